/** The course that the installation ships with, as the compiler reads it from `content/`. */
import type { ActivityRecord } from "#app/activities/activity.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { readingOrder } from "#app/domain/course.ts";
import type { Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import type { RichNode } from "#app/domain/rich-text.ts";

const content = readContent("content");
const [compiled] = content.courses;
const first = compiled?.course.modules[0];
if (!compiled || !first) throw new Error("content/ holds no course that compiles");

export const course = compiled.course;
export const module = first;
/** Every activity of the course, with its key and its reasons. */
export const activities: readonly ActivityRecord[] = compiled.activities;
/** Those of the gallery, which only authors see. */
export const galleryActivities: readonly ActivityRecord[] = content.gallery?.activities ?? [];
export const lessons = readingOrder(course).map(({ lesson }) => lesson);

/** Ids of the sources that the course may cite. */
export const sourceIds = [...(content.pages[0]?.sources.keys() ?? [])];

export function activityOf(id: string): ActivityRecord {
  const found = activities.find((activity) => activity.id === id);
  if (!found) throw new Error(`There is no activity ${id}.`);
  return found;
}

export function lessonAt(index: number) {
  const lesson = lessons[index];
  if (!lesson) throw new Error(`The course has no lesson ${index + 1}.`);
  return lesson;
}

/** Addresses inside the course. */
export const at = {
  course: (lang: Language) => paths.course(lang, course.id),
  welcome: (lang: Language) => paths.welcome(lang, course.id),
  lesson: (lang: Language, index: number) => paths.lesson(lang, course.id, module.id, lessonAt(index).id),
  quiz: (lang: Language) => paths.quiz(lang, course.id, module.id),
  attempt: (lang: Language, id: string) => paths.attempt(lang, course.id, module.id, id),
  certificate: (lang: Language) => paths.certificate(lang, course.id),
};

/** The fields that answer an item with its whole key, or with something that scores nothing. */
export function fieldsFor(item: { itemId: string; key: unknown }, { right = true } = {}): [string, string][] {
  // What is never graded: a note.
  if (item.key === null) return [[`${item.itemId}.answer`, "A note of one's own."]];
  const key = item.key as {
    right?: string | string[] | { value: number }[];
    pairs?: Record<string, string>;
    wordings?: { en: { right: string[] } };
    faults?: string[];
    sequence?: string[];
  };
  if (key.wordings)
    return [[`${item.itemId}.answer`, right ? (key.wordings.en.right[0] ?? "") : "nothing of the kind"]];
  if (key.faults) {
    const { phrases } = activityOf(item.itemId).public.en as unknown as { phrases: { id: string }[] };
    const others = phrases.map(({ id }) => id).filter((id) => !key.faults?.includes(id));
    return (right ? key.faults : others).map((id) => [`${item.itemId}.answer`, id]);
  }
  if (key.pairs) {
    const answers = [...new Set(Object.values(key.pairs))];
    return Object.entries(key.pairs).map(([row, answer]) => [
      `${item.itemId}.answer.${row}`,
      right ? answer : (answers[(answers.indexOf(answer) + 1) % answers.length] ?? ""),
    ]);
  }
  if (key.sequence) {
    const places = right ? key.sequence : [...key.sequence].reverse();
    return places.map((step, index) => [`${item.itemId}.answer.${step}`, String(index + 1)]);
  }
  const rights = [key.right ?? []].flat().map((one) => (typeof one === "string" ? one : String(one.value)));
  if (typeof key.right === "object" && typeof key.right[0] === "object") {
    return [[`${item.itemId}.answer`, right ? (rights[0] ?? "") : "999999999999"]];
  }
  if (right) return rights.map((option) => [`${item.itemId}.answer`, option]);
  const { options } = activityOf(item.itemId).public.en as unknown as { options: { id: string }[] };
  const wrong = options.find((option) => !rights.includes(option.id));
  return [[`${item.itemId}.answer`, wrong?.id ?? ""]];
}

/** The pieces of plain text that a formatted text is made of, without its sources and without mere space. */
export function textsIn(nodes: readonly RichNode[]): string[] {
  return nodes
    .flatMap((node) => {
      if (typeof node === "string") return [node];
      return node.el === "cite" ? [] : textsIn(node.children ?? []);
    })
    .map((text) => text.trim())
    .filter((text) => text !== "");
}
