import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  chmodSync,
} from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { MAX_PAGE_BYTES } from "#app/compiler/check-bounds.ts";
import { diskVersion, openFile, placeOf, saveFile } from "#app/studio/course-files.server.ts";
import { COURSE, courseCopy } from "./fixture.ts";

const LESSON = `${COURSE}/first-steps/who-counts`;
const NAME = `${LESSON}/en.mdx`;

/** Opens a file that must be there. */
function opened(root: string, name = NAME): { text: string; base: string } {
  const file = openFile(root, name);
  if (!file?.version) throw new Error(`${name} could not be opened.`);
  return { text: file.text, base: file.version };
}

test("what is saved is in the file, and nothing else is left in its folder", () => {
  const root = courseCopy();
  const folder = path.join(root, LESSON);
  const before = readdirSync(folder);
  const { text, base } = opened(root);
  const reply = saveFile(root, { name: NAME, text: `${text}\nA new line.\n`, base });
  expect(reply).toEqual({ saved: true, version: diskVersion(root, NAME) });
  expect(readFileSync(path.join(root, NAME), "utf8")).toBe(`${text}\nA new line.\n`);
  expect(readdirSync(folder)).toEqual(before);
});

test("saving keeps Windows' line endings, the byte order mark and the rights of the file", () => {
  const root = courseCopy();
  const file = path.join(root, NAME);
  writeFileSync(file, `\uFEFF${readFileSync(file, "utf8").replaceAll("\n", "\r\n")}`);
  chmodSync(file, 0o640);
  const before = readFileSync(file, "utf8");
  const { text, base } = opened(root);
  expect(text).not.toMatch(/\r|\uFEFF/);
  expect(saveFile(root, { name: NAME, text: `${text}End.\n`, base }).saved).toBe(true);
  expect(readFileSync(file, "utf8")).toBe(`${before}End.\r\n`);
  expect(statSync(file).mode & 0o777).toBe(0o640);
});

test("a file that changed on the disk is not overwritten, and both versions are there", () => {
  const root = courseCopy();
  const { text, base } = opened(root);
  writeFileSync(path.join(root, NAME), "Another hand.\r\n");
  const reply = saveFile(root, { name: NAME, text: `${text}Mine.\n`, base });
  expect(reply).toEqual({
    saved: false,
    problem: "changed-on-disk",
    disk: { text: "Another hand.\n", version: diskVersion(root, NAME) },
  });
  expect(readFileSync(path.join(root, NAME), "utf8")).toBe("Another hand.\r\n");
  const chosen = saveFile(root, { name: NAME, text: "Mine.\n", base: diskVersion(root, NAME) });
  expect(chosen.saved).toBe(true);
  expect(readFileSync(path.join(root, NAME), "utf8")).toBe("Mine.\r\n");
});

test("a file that is gone is not made again unless the author says so", () => {
  const root = courseCopy();
  const { text, base } = opened(root);
  rmSync(path.join(root, NAME));
  expect(saveFile(root, { name: NAME, text, base })).toEqual({ saved: false, problem: "changed-on-disk", disk: null });
  expect(existsSync(path.join(root, NAME))).toBe(false);
  expect(saveFile(root, { name: NAME, text, base: null }).saved).toBe(true);
});

test("a page that does not exist yet is made in a folder that does, and never over a file that has appeared", () => {
  const root = courseCopy();
  const name = `${LESSON}/be.mdx`;
  rmSync(path.join(root, name));
  expect(openFile(root, name)).toMatchObject({ text: "", version: null, problem: null });
  expect(saveFile(root, { name, text: "Першы.\n", base: null }).saved).toBe(true);
  expect(saveFile(root, { name, text: "Другі.\n", base: null })).toMatchObject({ problem: "changed-on-disk" });
  expect(readFileSync(path.join(root, name), "utf8")).toBe("Першы.\n");
  const elsewhere = `${COURSE}/first-steps/no-such-lesson/en.mdx`;
  expect(saveFile(root, { name: elsewhere, text: "x", base: null })).toEqual({
    saved: false,
    problem: "not-a-course-file",
  });
});

test("links lead nowhere: not from a page, a folder or a course, neither outside nor inside", () => {
  const root = courseCopy();
  const outside = courseCopy();
  const secret = path.join(outside, "secret.mdx");
  writeFileSync(secret, "secret");
  const names = {
    page: `${COURSE}/first-steps/who-counts/ru.mdx`,
    inside: `${COURSE}/welcome/ru.mdx`,
    folder: `${COURSE}/first-steps/linked/en.mdx`,
    course: "linked-course/course.yaml",
    dangling: `${COURSE}/first-steps/quiz/ru.mdx`,
  };
  rmSync(path.join(root, names.page));
  symlinkSync(secret, path.join(root, names.page));
  rmSync(path.join(root, names.inside));
  symlinkSync(path.join(root, NAME), path.join(root, names.inside));
  symlinkSync(path.join(outside, LESSON), path.join(root, COURSE, "first-steps/linked"));
  symlinkSync(path.join(outside, COURSE), path.join(root, "linked-course"));
  rmSync(path.join(root, names.dangling));
  symlinkSync(path.join(outside, "new.mdx"), path.join(root, names.dangling));
  for (const name of Object.values(names)) {
    expect(openFile(root, name), name).toBeNull();
    expect(saveFile(root, { name, text: "x", base: null }), name).toEqual({
      saved: false,
      problem: "not-a-course-file",
    });
  }
  expect(readFileSync(secret, "utf8")).toBe("secret");
  expect(existsSync(path.join(outside, "new.mdx"))).toBe(false);
});

test("the folder of all courses may itself be a link, as on some authors' machines", () => {
  const root = courseCopy();
  const link = path.join(courseCopy(), "content");
  symlinkSync(root, link);
  expect(placeOf(link, NAME)?.file).toBe(path.join(root, NAME));
});

test("a second name of a file is not changed with it", () => {
  const root = courseCopy();
  const { text, base } = opened(root);
  const other = path.join(courseCopy(), "copy.mdx");
  linkSync(path.join(root, NAME), other);
  saveFile(root, { name: NAME, text: "Changed.\n", base });
  expect(readFileSync(other, "utf8")).toBe(text);
});

test("nothing but pages and data of a course is written", () => {
  const root = courseCopy();
  mkdirSync(path.join(root, COURSE, "first-steps/folder.mdx"), { recursive: true });
  for (const name of [
    "../escaped.mdx",
    `${COURSE}/first-steps/../../../x/en.mdx`,
    `${COURSE}/new.yaml`,
    `${LESSON}/x.js`,
  ]) {
    expect(saveFile(root, { name, text: "x", base: null }), name).toMatchObject({ problem: "not-a-course-file" });
  }
});

test("a text beyond all bounds is refused, and the file stays as it is", () => {
  const root = courseCopy();
  const { text, base } = opened(root);
  const reply = saveFile(root, { name: NAME, text: "я".repeat(MAX_PAGE_BYTES / 2 + 1), base });
  expect(reply).toEqual({ saved: false, problem: "too-large" });
  expect(opened(root).text).toBe(text);
});

test("a file that is not UTF-8 is not opened for writing, so that no letter is lost", () => {
  const root = courseCopy();
  const bytes = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
  writeFileSync(path.join(root, NAME), bytes);
  expect(openFile(root, NAME)?.problem).toBe("not-utf-8");
  expect(saveFile(root, { name: NAME, text: "x", base: diskVersion(root, NAME) })).toMatchObject({
    problem: "not-utf-8",
  });
  expect(readFileSync(path.join(root, NAME))).toEqual(bytes);
});
