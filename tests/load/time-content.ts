/** What a lesson file costs in a small and in a large course, as JSON: `time-content.ts <folder>`. */
import { rmSync } from "node:fs";
import path from "node:path";
import { compileLesson } from "#app/compiler/compile-lesson.ts";
import {
  answerKeysModule,
  catalogueModule,
  contentStatusModule,
  lessonsModule,
} from "#app/compiler/content-modules.ts";
import { hasErrors, problemLine } from "#app/compiler/problem.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { makeCourseTree } from "./course-tree.ts";

const SMALL = 48;
const LARGE = 4800;
/** As many files as Rollup has open at once. */
const AT_ONCE = 20;
/** Rounds on the small tree before anything counts: a program that has just started is slower. */
const WARM = 8;

const folder = process.argv[2] ?? "data/content";

/** Milliseconds a lesson file. */
interface Cost {
  check: number;
  compile: number;
  both: number;
}

/** From the texts on disk to the modules of a build. */
async function measure(root: string, files: number): Promise<Cost> {
  const start = performance.now();
  const content = readContent(root);
  if (hasErrors(content.problems)) throw new Error(content.problems.slice(0, 5).map(problemLine).join("\n"));
  const checked = performance.now();
  for (const course of content.courses) {
    const pages = [...course.lessons.values()];
    for (let index = 0; index < pages.length; index += AT_ONCE) {
      await Promise.all(pages.slice(index, index + AT_ONCE).map((page) => compileLesson(page, course.words)));
    }
  }
  const { courses } = content;
  for (const text of [catalogueModule(courses), lessonsModule(courses, true), answerKeysModule(courses)]) text.length;
  contentStatusModule(content);
  const ended = performance.now();
  return { check: (checked - start) / files, compile: (ended - checked) / files, both: (ended - start) / files };
}

const [small, large] = [path.join(folder, "small"), path.join(folder, "large")];
makeCourseTree(small, SMALL);
makeCourseTree(large, LARGE);
for (let round = 0; round < WARM; round += 1) await measure(small, SMALL);
const rounds: Cost[] = [];
for (let round = 0; round < 5; round += 1) rounds.push(await measure(small, SMALL));
const many = await measure(large, LARGE);
// The machine may be busier at the end than at the beginning.
for (let round = 0; round < 5; round += 1) rounds.push(await measure(small, SMALL));
const few = mean(rounds);
rmSync(folder, { recursive: true });
const memory = process.resourceUsage().maxRSS / 1024;
process.stdout.write(
  JSON.stringify({ small: { files: SMALL, ...few }, large: { files: LARGE, ...many }, peakMebibytes: memory }),
);

function mean(costs: Cost[]): Cost {
  const of = (name: keyof Cost) => costs.reduce((sum, cost) => sum + cost[name], 0) / costs.length;
  return { check: of("check"), compile: of("compile"), both: of("both") };
}
