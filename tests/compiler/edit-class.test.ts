import { expect, test } from "vitest";
import { readContent } from "#app/compiler/read-content.ts";
import { courseWith, problemsWith } from "./fixtures.ts";

const EN = "first-steps/who-counts/en.mdx";

function declared(lines: string, file = EN) {
  return { [file]: (text: string) => text.replace("summary:", `${lines}\nsummary:`) };
}

function lessonWith(lines: string) {
  const { courses, problems } = readContent(courseWith(declared(lines)));
  expect(problems).toEqual([]);
  return courses[0]?.course.modules[0]?.lessons[0];
}

test("a lesson that declares nothing is at its first revision", () => {
  const lesson = readContent(courseWith({})).courses[0]?.course.modules[0]?.lessons[0];
  expect(lesson).toMatchObject({ revision: 1, materialRevision: 1 });
  expect(lesson).not.toHaveProperty("materialQuestions");
});

test("the outline carries the revision, the last material change and the questions that cover it", () => {
  expect(
    lessonWith("edit: material\nrevision: 3\nmaterialSince: 3\nmaterialQuestions: [rules-in-place]"),
  ).toMatchObject({ revision: 3, materialRevision: 3, materialQuestions: ["rules-in-place"] });
  expect(lessonWith("edit: clarification\nrevision: 4\nmaterialSince: 3")).toMatchObject({
    revision: 4,
    materialRevision: 3,
  });
  expect(lessonWith("edit: typo")).toMatchObject({ revision: 1, materialRevision: 1 });
});

test("declarations that do not fit together are errors that say what to write", () => {
  expect([
    ...problemsWith(declared("revision: 2\nmaterialSince: 3")),
    ...problemsWith(declared("edit: clarification")),
    ...problemsWith(declared("edit: material\nrevision: 3\nmaterialSince: 2")),
    ...problemsWith(declared("edit: rewrite")),
    ...problemsWith(declared("revision: 2\nmaterialQuestions: [rule-in-place]")),
    ...problemsWith(declared("revision: 2", "first-steps/who-counts/ru.mdx")),
  ]).toMatchInlineSnapshot(`
    [
      "first-steps/who-counts/en.mdx:3:1  edit-class  materialSince is 3, and the page is only at revision 2. → Write revision: 3, or a smaller materialSince.",
      "first-steps/who-counts/en.mdx:3:1  edit-class  The edit is declared as clarification, and the revision was not raised. → Write revision: 2, or edit: typo.",
      "first-steps/who-counts/en.mdx:3:1  edit-class  The edit is declared as material, and materialSince is 2. → Write materialSince: 3.",
      "first-steps/who-counts/en.mdx:3:1  front-matter  "edit" has a value that it may not have. → Use one of "typo", "clarification", "material".",
      "first-steps/who-counts/en.mdx:3:1  unknown-question  materialQuestions names "rule-in-place", which is no activity of the page. → Did you mean "rules-in-place"?",
      "first-steps/who-counts/ru.mdx:3:1  edit-in-translation  A translation does not declare edits. → Take edit, revision, materialSince and materialQuestions out here; they stand in the source page.",
    ]
  `);
});
