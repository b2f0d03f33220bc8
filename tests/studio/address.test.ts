import { expect, test } from "vitest";
import { contentAddress, pictureAddress, translationsOf } from "#app/studio/address.ts";

test.each([
  "my-course/course.yaml",
  "my-course/sources.yaml",
  "my-course/glossary.yaml",
  "my-course/welcome/en.mdx",
  "my-course/aids/first-talk/be.mdx",
  "my-course/a-module/quiz/ru.mdx",
  "my-course/a-module/a-lesson/be.mdx",
])("%s is a file of a course", (name) => {
  expect(contentAddress(name)?.name).toBe(name);
});

test.each([
  "",
  ".",
  "..",
  "/etc/passwd",
  "../package.json",
  "my-course/../../package.json",
  "my-course/..%2f..%2fpackage.json",
  "my-course//course.yaml",
  "/my-course/course.yaml",
  "my-course\\course.yaml",
  "my-course/course.yaml\0.mdx",
  "my-course/course.yml",
  "my-course/package.json",
  "my-course/.env",
  "my-course/.translations/welcome/ru.json",
  "my-course/a-module/a-lesson/en.md",
  "my-course/a-module/a-lesson/en.mdx/",
  "my-course/a-module/a-lesson/de.mdx",
  "my-course/a-module/a-lesson/picture.svg",
  "my-course/a-module/a-lesson/deeper/en.mdx",
  "my-course/a-module/en.mdx",
  "My-Course/course.yaml",
  "my course/course.yaml",
  "course.yaml",
  "README.md",
  "constructor",
  "C:/my-course/course.yaml",
  "file:///my-course/course.yaml",
  `${"a".repeat(400)}/course.yaml`,
  42,
  null,
  undefined,
  ["my-course/course.yaml"],
])("%j is no file that the studio opens", (name) => {
  expect(contentAddress(name)).toBeNull();
});

test("a page knows its translations", () => {
  expect(translationsOf("my-course", ["a-module", "a-lesson"]).be).toBe("my-course/a-module/a-lesson/be.mdx");
});

test("a picture lies in the folder of a page", () => {
  expect(pictureAddress("my-course/a-module/a-lesson/Схема 1.svg")?.file).toBe("Схема 1.svg");
  for (const name of [
    "a/b/c/../en.svg",
    "a/b/c/.hidden.svg",
    "a/b/c/en.mdx",
    "picture.svg",
    "a/b/c/d/e.svg",
    "a/b/c/",
  ]) {
    expect(pictureAddress(name), name).toBeNull();
  }
});
