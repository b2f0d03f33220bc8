/** The words of the author pages. This file is the type of the others, and no learner's page carries them. */
export const messages = {
  frame: {
    nav: "Author pages",
    lessons: "Lessons",
    sources: "Sources",
    due: "What is due",
    reports: "Reports of learners",
    back: "To the courses",
  },
  status: {
    title: "State of the content",
    lead: "Each lesson and quiz in each language, as it stood when this site was built.",
    edition: "Edition {edition}, law as of {date}",
    page: "Lesson or quiz",
    language: "Language",
    translation: "Translation",
    words: "Words",
    minutes: "Minutes",
    uncited: "Claims without a source",
    problems: "Problems",
    missing: "missing or unreadable",
    source: "source text",
    current: "current",
    behind: "{count, plural, one {# block behind} other {# blocks behind}}",
    "not-recorded": "not recorded",
    errors: "{count, plural, one {# error} other {# errors}}",
    warnings: "{count, plural, one {# warning} other {# warnings}}",
    none: "none",
    empty: "There is no course yet.",
  },
};

/** Every key with any wording: what the other languages must satisfy. */
export type AuthorMessages = typeof messages;
