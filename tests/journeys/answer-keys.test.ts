/** The browser holds no key and no reason before the answer is in: neither in its scripts nor in its pages. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ActivityRecord } from "#app/activities/activity.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import {
  activities,
  activityOf,
  galleryActivities,
  at,
  course,
  fieldsFor,
  lessonAt,
  lessons,
  textsIn,
} from "./course.ts";
import { attemptFields, itemsOf, senderFor, startAttempt } from "./forms.ts";
import { BUILD, startSite } from "./harness.ts";
import { addPerson } from "./people.ts";

const site = await startSite();

/** Shorter pieces, such as "Right.", are found in any text. */
const TELLING = 20;

function reasonsOf(activity: ActivityRecord): string[] {
  return LANGUAGES.flatMap((language) => {
    const { parts, explanation } = activity.feedback[language];
    return [...Object.values(parts), explanation].flatMap((nodes) => textsIn(nodes));
  }).filter((text) => text.length >= TELLING);
}

/** The parts of a key, of a grade and of reasons as JSON. The key of a lesson's file is a text and tells nothing. */
const KEY = /"(feedback|explanation|marks|pairs|sequence|right|near|wordings|faults)"\s*:|"key"\s*:\s*[^"\s]/;

const secrets = new Map(
  [...activities, ...galleryActivities].map((activity) => [activity.id, [...new Set(reasonsOf(activity))]]),
);

/** The same text whether it stands in HTML, in JSON or in a script. */
function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(["'`\\])/g, "$1")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** Ids of the activities of which a text tells a reason. */
function toldBy(text: string, { but = [] }: { but?: string[] } = {}): string[] {
  const plain = unescaped(text);
  const told = [...secrets].filter(([id, reasons]) => !but.includes(id) && reasons.some((one) => plain.includes(one)));
  return told.map(([id]) => id);
}

/** What is never graded has no key and no reasons. */
const graded = ({ key }: ActivityRecord) => key !== null;

test("every graded activity has reasons to look for", () => {
  expect(activities.length).toBeGreaterThan(20);
  expect(galleryActivities.length).toBeGreaterThan(2);
  for (const { id } of activities.filter(graded)) expect(secrets.get(id)?.length, id).toBeGreaterThan(2);
  for (const { id } of galleryActivities.filter(graded)) expect(secrets.get(id)?.length, id).toBeGreaterThan(0);
});

test("no script, style or picture of the browser tells a reason or a key", async () => {
  const folder = join(BUILD, "client");
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.(js|css|json|svg|map)$/.test(file));
  expect(files.length).toBeGreaterThan(40);
  const telling = [];
  let lessonsSeen = 0;
  for (const file of files) {
    const answer = await fetch(`${site.origin}/${file}`);
    if (!answer.ok) continue;
    const text = await answer.text();
    if (unescaped(text).includes(lessonAt(0).title.be)) lessonsSeen += 1;
    for (const id of toldBy(text)) telling.push(`${file} tells ${id}`);
    if (/["']?\b(answerKeys|answer-keys)\b/.test(text)) telling.push(`${file} names the keys`);
  }
  expect(lessonsSeen, "the lessons are among the files").toBeGreaterThan(0);
  expect(telling).toEqual([]);
});

test("no page and no data tells a reason or a key before an answer is in", async () => {
  const sender = senderFor(site, await addPerson(site, "curious@example.org"));
  const id = await startAttempt(sender);
  const telling = [];
  for (const language of LANGUAGES) {
    const pages: [path: string, route: string][] = [
      [at.course(language), "screens/learn/course"],
      [at.welcome(language), "screens/learn/welcome"],
      [paths.aid(language, course.id, course.aids[0]?.id ?? ""), "screens/learn/aid"],
      [at.quiz(language), "screens/learn/quiz"],
      [at.attempt(language, id), "screens/learn/attempt"],
      [at.certificate(language), "screens/certificate/claim"],
      [`/${language}/dashboard`, "screens/learn/dashboard"],
      ...lessons.map((_, index): [string, string] => [at.lesson(language, index), "screens/learn/lesson"]),
    ];
    for (const [path, route] of pages) {
      const document = await sender.get(path);
      const data = await sender.get(`${path}?_data=${encodeURIComponent(route)}`);
      expect([document.status, data.status], path).toEqual([200, 200]);
      for (const { text } of [document, data]) {
        for (const told of toldBy(text)) telling.push(`${path} tells ${told}`);
        if (KEY.test(unescaped(text))) telling.push(`${path} holds a key`);
      }
    }
  }
  const saved = await sender.post(at.attempt("en", id), [
    ...attemptFields(site, id, { right: false }),
    ["intent", "save"],
  ]);
  expect(saved.status).toBe(200);
  for (const told of toldBy(saved.text)) telling.push(`the saved attempt tells ${told}`);
  const item = itemsOf(site, id)[0] ?? { itemId: "", key: {} };
  const stored = await sender.postJson("/autosave/attempts", {
    attemptId: id,
    itemId: item.itemId,
    seq: Date.now(),
    language: "en",
    fields: fieldsFor(item),
  });
  expect(JSON.parse(stored.text)).toEqual({ saved: true });
  expect(telling).toEqual([]);
});

test("one answer brings the reasons of that activity, and of no other", async () => {
  const sender = senderFor(site, await addPerson(site, "answering@example.org"));
  const activity = activityOf(lessonAt(0).activities[0] ?? "");
  const answered = await sender.post(at.lesson("en", 0), [
    ["activity", activity.id],
    ["answerId", crypto.randomUUID()],
    ...fieldsFor({ itemId: activity.id, key: activity.key }, { right: false }),
  ]);
  expect(answered.status).toBe(303);
  const { text } = await sender.get(at.lesson("en", 0));
  expect(toldBy(text)).toEqual([activity.id]);
});

test("after the hand-in the review tells the reasons of the drawn questions, and of no other", async () => {
  const sender = senderFor(site, await addPerson(site, "finished@example.org"));
  const id = await startAttempt(sender);
  await sender.post(at.attempt("en", id), [...attemptFields(site, id), ["intent", "submit-anyway"]]);
  const drawn = itemsOf(site, id).map(({ itemId }) => itemId);
  const { text } = await sender.get(at.attempt("be", id));
  expect(toldBy(text).sort()).toEqual([...drawn].sort());
});
