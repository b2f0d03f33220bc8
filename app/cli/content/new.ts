import { randomBytes } from "node:crypto";
import type { Command } from "commander";
import type { DeskResult } from "#app/compiler/desk-result.ts";
import { type GivenTitle, newAid, newCourse, newLesson, newModule, newQuiz } from "#app/compiler/new-content.ts";
import { ROOT_OPTION } from "./root-option.ts";

interface Options {
  root: string;
  title?: string;
  titleRu?: string;
  titleBe?: string;
  minutes: string;
  after?: string;
}

const PLACES = {
  course: ["course"],
  module: ["course", "module"],
  lesson: ["course", "module", "lesson"],
  quiz: ["course", "module"],
  aid: ["course", "aid"],
} as const;

/** `content new`: skeletons in every language, and their entry in the outline. */
export function addNew(program: Command): void {
  program
    .command("new")
    .description(
      "writes the skeleton of a course, module, lesson, quiz or aid in every language, and lists it in course.yaml",
    )
    .argument("<kind>", "course, module, lesson, quiz or aid")
    .argument("<place>", "names of folders, such as my-course/first-module/words-that-matter")
    .option("--title <words>", "the English title")
    .option("--title-ru <words>", "the Russian title")
    .option("--title-be <words>", "the Belarusian title")
    .option("--minutes <count>", "minutes that a lesson takes", "10")
    .option("--after <lesson>", "the lesson after which a new one is read; without it, it comes last")
    .option(...ROOT_OPTION)
    .action((kind: string, place: string, options: Options) => {
      const done = make(kind, place.split("/"), options);
      if (!done.ok) return program.error(done.message);
      for (const file of done.value) console.log(file);
      console.log("Now write. npm run content -- check says what is wrong, and npm run dev shows the pages.");
    });
}

function make(kind: string, names: string[], options: Options): DeskResult<string[]> {
  if (!Object.hasOwn(PLACES, kind))
    return { ok: false, message: `There is no "${kind}" to make; say course, module, lesson, quiz or aid.` };
  const places = PLACES[kind as keyof typeof PLACES];
  const [courseId = "", moduleId = "", lessonId = ""] = names;
  if (names.length !== places.length || names.includes("")) {
    return { ok: false, message: `Say where: new ${kind} ${places.map((name) => `<${name}>`).join("/")}.` };
  }
  const title: GivenTitle = {
    ...(options.title ? { en: options.title } : {}),
    ...(options.titleRu ? { ru: options.titleRu } : {}),
    ...(options.titleBe ? { be: options.titleBe } : {}),
  };
  const { root, after } = options;
  if (kind === "course") {
    const today = new Date().toISOString().slice(0, 10);
    return newCourse(root, courseId, { title, today, salt: randomBytes(16).toString("hex") });
  }
  if (kind === "module") return newModule(root, courseId, moduleId, title);
  if (kind === "aid") return newAid(root, courseId, moduleId, title);
  if (kind === "quiz") return newQuiz(root, courseId, moduleId, title);
  const minutes = Number(options.minutes);
  return newLesson(root, courseId, moduleId, lessonId, { title, minutes, ...(after === undefined ? {} : { after }) });
}
