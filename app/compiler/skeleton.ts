/** The files of a new course, module, lesson, quiz or aid: whole enough to pass the check, and plain about what to fill in. */
import { LANGUAGES, type Language, type Localised } from "#app/domain/language.ts";
import { SKELETON_WORDS } from "./skeleton-words.ts";

/** The source that a new course begins with, so that its first lesson can show how one is cited. */
const EXAMPLE_CITE = '<Cite id="udhr-1948" at="Art. 23(1)" />';

/** A lesson: a case, the rule, the case again with a question. */
export function lessonSkeleton(
  language: Language,
  given: { title: string; questionId: string; outcome: string; example?: boolean },
): string {
  const words = SKELETON_WORDS[language];
  return `${frontMatter(given.title, words.summary.lesson)}
## ${words.case.heading}

<Callout kind="example">
${words.case.text}
</Callout>

## ${words.rule.heading}

${words.rule.text}${given.example ? `\n\n${words.example}${EXAMPLE_CITE}` : ""}

${words.rule.items.map((item) => `- ${item}`).join("\n")}

## ${words.back.heading}

${questionSkeleton(language, given.questionId, given.outcome)}
<Callout kind="remember">
${words.remember}
</Callout>
`;
}

/** A quiz with one question for each id. */
export function quizSkeleton(
  language: Language,
  given: { title: string; questions: readonly { id: string; outcome: string }[] },
): string {
  const questions = given.questions.map(({ id, outcome }) => questionSkeleton(language, id, outcome));
  return `${frontMatter(given.title, SKELETON_WORDS[language].summary.quiz)}\n${questions.join("\n")}`;
}

export function welcomeSkeleton(language: Language): string {
  const { welcome, summary, learn } = SKELETON_WORDS[language];
  return `${frontMatter(welcome, summary.welcome)}\n## ${learn.heading}\n\n${learn.text}\n`;
}

/** A sheet to print: what it rests on, and what to do with a pen. */
export function aidSkeleton(language: Language, given: { title: string; source: string; at: string }): string {
  const { aid, summary } = SKELETON_WORDS[language];
  return `${frontMatter(given.title, summary.aid)}
${aid.rule}<Cite id="${given.source}" at="${given.at}" />

${aid.items.map((item) => `- [ ] ${item}`).join("\n")}
`;
}

/** The line of an aid in `course.yaml`. */
export function aidEntry(id: string): string {
  return `- { id: ${id} }\n`;
}

/** The line of a lesson in `course.yaml`. */
export function lessonEntry(id: string, minutes: number, outcome: string): string {
  return `- { id: ${id}, minutes: ${minutes}, outcomes: [${outcome}] }\n`;
}

/** The lines of a module in `course.yaml`. */
export function moduleEntry(given: {
  id: string;
  title: Localised;
  outcome: string;
  lessonId: string;
  draw: number;
}): string {
  return `- id: ${given.id}
  title:
${localised(given.title, "    ")}  summary:
${localised(
  wordsFor((words) => words.summary.module),
  "    ",
)}  outcomes:
    - id: ${given.outcome}
      text:
${localised(
  wordsFor((words) => words.outcome),
  "        ",
)}  lessons:
    ${lessonEntry(given.lessonId, 10, given.outcome)}  quiz: { draw: ${given.draw}, minutes: 5 }
`;
}

/** `course.yaml` of a new course with one module. */
export function courseSkeleton(given: { title: Localised; salt: string; today: string; module: string }): string {
  return `# The course as data. Order is the order of this file; folder names are ids and never change.
title:
${localised(given.title, "  ")}summary:
${localised(
  wordsFor((words) => words.summary.course),
  "  ",
)}# Random, and never changed: it orders the answers of matches, so that nobody can work out the pairs.
salt: "${given.salt}"
edition: "1"
# The day on which the law and the figures of this edition were last looked at.
lawAsOf: ${given.today}
sourceLanguage: en
# What the reader is told about review: unreviewed or reviewed.
review: unreviewed
welcome: { minutes: 5 }
# All lessons opened to the end, and every module's quiz passed at this mark.
completion: { lessons: all, quizPassPercent: 70 }
modules:
${indented(given.module, "  ")}`;
}

/** @param reviewBy the day by which the example must be looked at again */
export function sourcesSkeleton(today: string, reviewBy: string): string {
  return `# The bibliography of the course. Every <Cite id="…" at="…"> names an entry and one of its locators; content/README.md says more.
# The first entry is an example: check it, or replace it.
- id: udhr-1948
  kind: declaration
  body: United Nations
  title:
    en: Universal Declaration of Human Rights
    ru: Всеобщая декларация прав человека
  year: 1948
  url: https://www.un.org/en/about-us/universal-declaration-of-human-rights
  locators:
    "Art. 23(1)": right to work
  confidence: well-established
  checkedOn: ${today}
  reviewBy: ${reviewBy}
  owner: course editor
`;
}

export function glossarySkeleton(): string {
  return `# The words of the course. <Term id="…"> explains one in place. Replace the [] by entries such as:
# - id: migrant-worker
#   en: migrant worker
#   ru: трудящийся-мигрант
#   be: працоўны-мігрант
#   definition: { en: "…", ru: "…", be: "…" }
#   source: udhr-1948
#   unsure: []
[]
`;
}

/** A text of the skeleton in every language. */
export function wordsFor(choose: (words: (typeof SKELETON_WORDS)[Language]) => string): Localised {
  return { en: choose(SKELETON_WORDS.en), ru: choose(SKELETON_WORDS.ru), be: choose(SKELETON_WORDS.be) };
}

/** Lines with something before each that is not empty. */
export function indented(text: string, before: string): string {
  return text.replace(/^(?=.)/gm, before);
}

function questionSkeleton(language: Language, id: string, outcome: string): string {
  const { stem, right, whyRight, wrong, whyWrong, explanation } = SKELETON_WORDS[language].question;
  return `<Question id="${id}" outcome="${outcome}">
${stem}
- [x] ${right}
  > ${whyRight}
- [ ] ${wrong}
  > ${whyWrong}

${explanation}
</Question>
`;
}

function frontMatter(title: string, summary: string): string {
  return `---\ntitle: ${JSON.stringify(title)}\nsummary: ${JSON.stringify(summary)}\n---\n`;
}

function localised(texts: Localised, before: string): string {
  return LANGUAGES.map((language) => `${before}${language}: ${JSON.stringify(texts[language])}\n`).join("");
}
