import { expect, test } from "vitest";
import type { MatchPublic } from "#app/activities/match/definition.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { COURSE, HEALTHY, courseWith, problemsWith } from "./fixtures.ts";

const LESSON = "first-steps/who-counts";
const QUIZ = "first-steps/quiz";

test("a healthy course has no problems and one outline for all languages", () => {
  const { courses, problems } = readContent(HEALTHY);
  expect(problems).toEqual([]);
  expect(courses.map(({ course }) => course)).toMatchObject([
    {
      id: COURSE,
      title: { en: "Border basics", ru: "Основы границы", be: "Асновы мяжы" },
      workloadMinutes: 10,
      welcome: { minutes: 2, title: { en: "Welcome", be: "Вітаем" } },
      modules: [
        {
          lessons: [{ id: "who-counts", sections: 2, activities: ["does-anna-count", "rules-in-place"] }],
          quiz: {
            draw: 2,
            items: [
              { id: "q-sides", outcome: "m1.o1" },
              { id: "q-more", outcome: "m1.o2" },
            ],
          },
        },
      ],
    },
  ]);
});

test("an activity has one key for all languages, and words of its own in each", () => {
  const [course] = readContent(HEALTHY).courses;
  const match = course?.activities.find((activity) => activity.id === "rules-in-place");
  const { pairs } = (match?.key ?? {}) as { pairs: Record<string, string> };
  const words = Object.values(match?.public ?? {}).map((activity) => {
    const { answers } = activity as MatchPublic;
    return Object.values(pairs).map((id) => answers.find((answer) => answer.id === id)?.text[0]);
  });
  expect(words).toEqual([
    ["first", "second"],
    ["первое", "второе"],
    ["першае", "другое"],
  ]);
  expect(match?.feedback.be.parts.r2).toEqual([{ el: "p", children: ["ПРЫЧЫНА два."] }]);
});

test("the version of an activity changes with its key and its English words, not with a translation, a source's title or how sure learners are", () => {
  const versionOf = (edits: Parameters<typeof courseWith>[0]) => {
    const [course] = readContent(courseWith(edits)).courses;
    return course?.activities.find((activity) => activity.id === "does-anna-count")?.version;
  };
  const version = versionOf({});
  expect(version).toMatch(/^[0-9a-f]{12}$/);
  expect(versionOf({ [`${LESSON}/ru.mdx`]: (text) => text.replace("Да, конечно", "Да") })).toBe(version);
  expect(versionOf({ "sources.yaml": (text) => text.replace("Treaty of tests", "Another treaty") })).toBe(version);
  const asking = (text: string) => text.replace('<Question id="does-anna-count"', '$& confidence="ask"');
  const asks = Object.fromEntries(LANGUAGES.map((language) => [`${LESSON}/${language}.mdx`, asking]));
  expect(versionOf(asks)).toBe(version);
  expect(versionOf({ [`${LESSON}/en.mdx`]: (text) => text.replace("Yes, of course", "Yes") })).not.toBe(version);
});

test("a folder that the course does not list, and one that it lists and that is missing, are both named", () => {
  expect(
    problemsWith({
      "second-steps/en.mdx": "",
      [`${LESSON}-twice/en.mdx`]: "",
      [`${LESSON}/eng.mdx`]: "",
      "course.yaml": (text) =>
        text.replace("    quiz:", "      - { id: who-pays, minutes: 5, outcomes: [m1.o1] }\n    quiz:"),
    }),
  ).toMatchInlineSnapshot(`
    [
      "course.yaml:9:1  missing-folder  course.yaml lists "first-steps/who-pays" and there is no such folder. → Make the folder with its pages, or take the line out.",
      "first-steps/who-counts-twice:1:1  unlisted-folder  The folder "first-steps/who-counts-twice" is not listed in course.yaml. → List it in its place, or take the folder away.",
      "first-steps/who-counts/eng.mdx:1:1  unknown-page  No language is called like this: eng.mdx. → Pages are called en.mdx, ru.mdx and be.mdx.",
      "second-steps:1:1  unlisted-folder  The folder "second-steps" is not listed in course.yaml. → List it in its place, or take the folder away.",
    ]
  `);
});

test("a missing language is named once, and the other languages are still compared", () => {
  expect(
    problemsWith({
      [`${LESSON}/be.mdx`]: null,
      [`${LESSON}/ru.mdx`]: (text) => text.replace('outcome="m1.o2"', 'outcome="m1.o1"'),
    }),
  ).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/be.mdx:1:1  missing-language  The page is missing in one language: be.mdx. → Write it beside en.mdx.",
      "first-steps/who-counts/ru.mdx:45:1  parity-outcome  "rules-in-place" has another outcome here than at first-steps/who-counts/en.mdx:45. → Write outcome="m1.o2".",
    ]
  `);
});

test("an id that two activities share is named at its second place", () => {
  const edits = Object.fromEntries(
    ["en", "ru", "be"].map((language) => [
      `${QUIZ}/${language}.mdx`,
      (text: string) => text.replace("q-sides", "does-anna-count"),
    ]),
  );
  expect(problemsWith(edits)).toMatchInlineSnapshot(`
    [
      "first-steps/quiz/be.mdx:6:1  duplicate-id  The id "does-anna-count" is used already at first-steps/who-counts/be.mdx:33. → Give each activity of the course its own id, the same in every language.",
      "first-steps/quiz/en.mdx:6:1  duplicate-id  The id "does-anna-count" is used already at first-steps/who-counts/en.mdx:33. → Give each activity of the course its own id, the same in every language.",
      "first-steps/quiz/ru.mdx:6:1  duplicate-id  The id "does-anna-count" is used already at first-steps/who-counts/ru.mdx:33. → Give each activity of the course its own id, the same in every language.",
    ]
  `);
});

test("a quiz that draws more questions than it has is an error of course.yaml", () => {
  expect(problemsWith({ "course.yaml": (text) => text.replace("draw: 2", "draw: 3") })).toMatchInlineSnapshot(`
    [
      "course.yaml:20:13  quiz-pool-small  The quiz of "first-steps" draws 3 questions and first-steps/quiz/en.mdx has 2. → Write more questions, or draw fewer.",
    ]
  `);
});

test("a quiz holds only activities, a welcome page none", () => {
  const question =
    '\n<Question id="one-more" outcome="m1.o1">\nWhich?\n- [x] This\n  > Yes.\n- [ ] That\n  > No.\n</Question>\n';
  const add = (language: string, more: string, name: string) => ({
    [`${name}/${language}.mdx`]: (text: string) => text + more,
  });
  expect(
    problemsWith({
      ...add("en", question, "welcome"),
      ...add("ru", question, "welcome"),
      ...add("be", question, "welcome"),
      ...add("en", "\nText.\n", QUIZ),
    }),
  ).toMatchInlineSnapshot(`
    [
      "first-steps/quiz/en.mdx:24:1  not-in-quiz  A quiz holds only activities. → Move the text into a question, or into a lesson.",
      "welcome/be.mdx:10:1  not-in-welcome  The welcome page has no account to answer for: <Question> has no place there. → Move it into a lesson.",
      "welcome/en.mdx:10:1  not-in-welcome  The welcome page has no account to answer for: <Question> has no place there. → Move it into a lesson.",
      "welcome/ru.mdx:10:1  not-in-welcome  The welcome page has no account to answer for: <Question> has no place there. → Move it into a lesson.",
    ]
  `);
});

test("faults of course.yaml, sources.yaml and glossary.yaml are told in sentences, with their lines", () => {
  expect(
    problemsWith({
      "course.yaml": (text) =>
        text
          .replace('"2026.1"', "2026.1")
          .replace("2026-07-31", "July 2026")
          .replace("review: unreviewed", "review: soon")
          .replace(", be: Асновы мяжы", "")
          .replace("minutes: 5", "minuts: 5"),
      "sources.yaml": (text) =>
        text
          .replace("https://example.org/treaty", "http://example.org/treaty")
          .replace("year: 2024", "year: about 2024"),
      "glossary.yaml": (text) => text.replace("source: figures-2024", "source: figures-2025"),
    }),
  ).toMatchInlineSnapshot(`
    [
      "course.yaml:1:1  yaml-field  "title.be" is missing. → Add it: text.",
      "course.yaml:3:1  yaml-field  "edition" must be text. → Put the value in quotes.",
      "course.yaml:4:1  yaml-field  "lawAsOf" must be a day of the calendar such as 2026-07-31. → Correct the value.",
      "course.yaml:6:1  yaml-field  "review" has a value that it may not have. → Use one of "unreviewed", "reviewed".",
      "course.yaml:19:9  yaml-field  "modules[1].lessons[1].minutes" is missing. → Add it: a number.",
      "course.yaml:19:27  yaml-field  "minuts" is no field of "modules[1].lessons[1]". → Take it out, or see content/README.md for the fields.",
      "sources.yaml:6:3  yaml-field  "[1].url" must be an address that begins with https://. → Correct the value.",
      "sources.yaml:18:3  yaml-field  "[2].year" must be a number. → Correct the value.",
    ]
  `);
});

test("ids of the outline are unique, known and free", () => {
  expect(
    problemsWith({
      "course.yaml": (text) =>
        text
          .replace("id: m1.o2", "id: m1.o1")
          .replace("outcomes: [m1.o1, m1.o2]", "outcomes: [m2.o1]")
          .replace(
            "    quiz:",
            "      - { id: who-counts, minutes: 1, outcomes: [m1.o1] }\n      - { id: quiz, minutes: 1, outcomes: [m1.o1] }\n    quiz:",
          ),
      "sources.yaml": (text) => text.replace("id: rumour-2020", "id: treaty-1990"),
    }).filter((problem) => !problem.includes(".mdx")),
  ).toMatchInlineSnapshot(`
    [
      "course.yaml:16:9  duplicate-id  The outcome "m1.o1" is listed twice. → Give each its own id, in the whole course.",
      "course.yaml:19:50  unknown-outcome  The module "first-steps" has no outcome "m2.o1". → Its outcomes are m1.o1, m1.o1.",
      "course.yaml:20:11  duplicate-id  The lesson "who-counts" is listed twice. → Give each its own id, in the whole course.",
      "course.yaml:21:11  reserved-id  A lesson cannot be called "quiz". → Choose another name for it and its folder.",
      "sources.yaml:25:3  duplicate-id  The entry "treaty-1990" is listed twice. → Keep one, or give the other its own id.",
    ]
  `);
});

test("YAML that is not plain data is refused", () => {
  expect(
    problemsWith({
      "glossary.yaml": "- &a [x]\n- *a\n- !!js/function 'x'\n- { id: a, id: b }\n",
      "sources.yaml": null,
    }).filter((problem) => !problem.includes(".mdx")),
  ).toMatchInlineSnapshot(`
    [
      "glossary.yaml:3:3  yaml  This is not plain YAML: Unresolved tag: tag:yaml.org,2002:js/function. → Take the tag that begins with ! out.",
      "glossary.yaml:4:12  yaml  This is not plain YAML: Map keys must be unique. → Keep one of the two lines.",
      "sources.yaml:1:1  missing-file  The course has no sources.yaml. → Add it; content/README.md says what it holds.",
    ]
  `);
});

test("a folder without course.yaml is no course, and a root that is missing says so", () => {
  expect(problemsWith({ "course.yaml": null })).toMatchInlineSnapshot(`
    [
      "course.yaml:1:1  missing-file  The course has no course.yaml. → Add it; content/README.md says what it holds.",
    ]
  `);
  expect(readContent("no/such/folder").problems).toMatchObject([{ code: "missing-folder", file: "no/such/folder" }]);
});
