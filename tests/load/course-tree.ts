/** A course of any size, made of the healthy course of the tests: as many lessons as asked, each whole and with its own ids. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse, stringify } from "yaml";
import { LANGUAGES } from "#app/domain/language.ts";

const HEALTHY = "tests/fixtures/courses/healthy/border-basics";
const LESSONS_IN_MODULE = 8;

interface Outline {
  modules: { id: string; lessons: { id: string }[] }[];
}

/**
 * Writes a course of this many lesson files, in three languages and with a quiz for each module.
 * @param root the folder that will hold the course; made anew
 * @param files a multiple of 24: eight lessons a module, three languages
 */
export function makeCourseTree(root: string, files: number): void {
  const course = path.join(root, "a-course");
  mkdirSync(course, { recursive: true });
  for (const name of ["sources.yaml", "glossary.yaml", "welcome", ".translations/welcome"]) {
    cpSync(path.join(HEALTHY, name), path.join(course, name), { recursive: true });
  }
  const outline = parse(readFileSync(path.join(HEALTHY, "course.yaml"), "utf8")) as Outline;
  const [module] = outline.modules;
  if (!module) throw new Error(`${HEALTHY} has no module.`);
  const count = Math.ceil(files / LANGUAGES.length / LESSONS_IN_MODULE);
  outline.modules = Array.from({ length: count }, (_, index) => {
    const text = JSON.stringify(module).replaceAll('"m1.', `"m${index + 1}.`);
    const made = JSON.parse(text) as Outline["modules"][number];
    const [lesson] = made.lessons;
    const lessons = Array.from({ length: LESSONS_IN_MODULE }, (_, one) => ({
      ...lesson,
      id: `lesson-${index + 1}-${one + 1}`,
    }));
    return { ...made, id: `module-${index + 1}`, lessons };
  });
  writeFileSync(path.join(course, "course.yaml"), stringify(outline, { lineWidth: 0 }));
  for (const [index, { id, lessons }] of outline.modules.entries()) {
    const copy = (from: string, to: string, mark: string) => {
      const folder = path.join(course, id, to);
      cpSync(path.join(HEALTHY, from), folder, { recursive: true });
      for (const language of LANGUAGES) {
        const file = path.join(folder, `${language}.mdx`);
        const text = readFileSync(file, "utf8")
          .replace(/(<(?:Question|Match) id="[^"]+)"/g, `$1-${mark}"`)
          .replaceAll('outcome="m1.', `outcome="m${index + 1}.`);
        writeFileSync(file, text);
      }
      const records = path.join(course, ".translations", id, to);
      cpSync(path.join(HEALTHY, ".translations", from), records, { recursive: true });
      for (const file of readdirSync(records).map((name) => path.join(records, name))) {
        // Blocks of an activity are kept under its id.
        const text = readFileSync(file, "utf8").replace(/^( *\["(?!page|s\d)[^"]+)"/gm, `$1-${mark}"`);
        writeFileSync(file, text);
      }
    };
    for (const lesson of lessons) copy("first-steps/who-counts", lesson.id, lesson.id);
    copy("first-steps/quiz", "quiz", id);
  }
}
