import { onTestFinished } from "vitest";
import { match } from "#app/activities/match/definition.ts";
import { multiple } from "#app/activities/multiple/definition.ts";
import { number } from "#app/activities/number/definition.ts";
import { short } from "#app/activities/short/definition.ts";
import { single } from "#app/activities/single/definition.ts";
import { spot } from "#app/activities/spot/definition.ts";
import { findActivity } from "#app/catalogue/answer-keys.server.ts";
import { findCourse } from "#app/catalogue/courses.ts";
import { completeLesson } from "#app/commands/complete-lesson.server.ts";
import { saveAnswers } from "#app/commands/save-answers.server.ts";
import type { Services } from "#app/commands/services.ts";
import { startAttempt } from "#app/commands/start-attempt.server.ts";
import { submitAttempt } from "#app/commands/submit-attempt.server.ts";
import type { AttemptItem } from "#app/domain/attempt-item.ts";
import { findLesson, readingOrder } from "#app/domain/course.ts";
import { gatherPlaces } from "#app/server/places.ts";
import { findAttempt, insertAttempt, listAnswersOf } from "#app/store/attempts.server.ts";
import { smallInstallation } from "../session/small-installation.ts";

/** The course of this repository, as the compiler makes it. */
export const course = present(findCourse("labour-migration"));
export const module = present(course.modules[0]);

export function lessonOf(id: string) {
  return present(findLesson(module, id));
}

export function activityOf(id: string) {
  return present(findActivity(course.id, id));
}

/** A small installation with everything that learning needs, and a person who learns. */
export async function learningInstallation() {
  const installation = await smallInstallation();
  const failures: unknown[] = [];
  const { store, newId } = installation.services;
  const places = gatherPlaces({ store, newId, onError: (error) => failures.push(error) });
  onTestFinished(async () => {
    await places.flush();
    if (failures.length > 0) throw failures[0];
  });
  const services: Services = {
    ...installation.services,
    secret: "a secret of more than thirty-two characters",
    timeZone: "Europe/Minsk",
    issuerName: "Academy of Public Administration",
    rememberPlace: places.remember,
  };
  return {
    ...installation,
    services,
    flushPlaces: places.flush,
    learner: await installation.person("anna@example.org"),
  };
}

/** The fields of a form, named as the page names them. */
export function fields(...pairs: [string, string][]): URLSearchParams {
  return new URLSearchParams(pairs);
}

/** The fields of the answer that a key calls right. */
export function rightFields(item: { itemId: string; kind: string; key: unknown }): [string, string][] {
  const { itemId, kind, key } = item;
  if (kind === "single") return [[`${itemId}.answer`, single.KeySchema.parse(key).right]];
  if (kind === "multiple") return multiple.KeySchema.parse(key).right.map((id) => [`${itemId}.answer`, id]);
  if (kind === "number") return [[`${itemId}.answer`, String(number.KeySchema.parse(key).right[0]?.value)]];
  if (kind === "short") return [[`${itemId}.answer`, short.KeySchema.parse(key).wordings.en.right[0] ?? ""]];
  if (kind === "spot") return spot.KeySchema.parse(key).faults.map((id) => [`${itemId}.answer`, id]);
  return Object.entries(match.KeySchema.parse(key).pairs).map(([row, answer]) => [`${itemId}.answer.${row}`, answer]);
}

/** An attempt with the items that a test needs, stored as the product stores it. */
export async function attemptWith(
  services: Services,
  accountId: string,
  items: readonly (string | AttemptItem)[],
): Promise<string> {
  const attemptId = services.newId();
  await services.store.write((tx) =>
    insertAttempt(tx, {
      id: attemptId,
      accountId,
      courseId: course.id,
      moduleId: module.id,
      edition: course.edition,
      number: 1,
      items: items.map((item) => (typeof item === "string" ? drawn(item) : item)),
      startedAt: services.now(),
    }),
  );
  return attemptId;
}

function drawn(itemId: string): AttemptItem {
  const { kind, version, key } = activityOf(itemId);
  return { itemId, kind, version, order: [], key };
}

export async function attemptOf(services: Services, accountId: string, attemptId: string) {
  return present(await services.store.read((db) => findAttempt(db, { accountId, attemptId })));
}

/** What is stored of an attempt's answers, by item. */
export async function responsesOf(services: Services, accountId: string, attemptId: string) {
  const answers = await services.store.read((db) => listAnswersOf(db, { accountId, attemptId }));
  return Object.fromEntries(answers.map((answer) => [answer.itemId, answer.response]));
}

export async function readAllLessons(services: Services, accountId: string): Promise<void> {
  for (const step of readingOrder(course)) {
    await completeLesson(services, { account: { id: accountId }, course, ...step, language: "en" });
  }
}

export async function passQuiz(services: Services, accountId: string, quizOf = module): Promise<void> {
  const attemptId = await startAttempt(services, { accountId, course, module: quizOf });
  const { items } = await attemptOf(services, accountId, attemptId);
  const saved = await saveAnswers(services, {
    accountId,
    attemptId,
    itemIds: items.map((item) => item.itemId),
    fields: fields(...items.flatMap(rightFields)),
    seq: services.now(),
    language: "en",
  });
  const submitted = await submitAttempt(services, { accountId, course, attemptId });
  if (!saved.ok || !submitted.ok || !submitted.value.passed) throw new Error("the quiz was not passed");
}

/** Everything that the certificate needs. */
export async function finishCourse(services: Services, accountId: string): Promise<void> {
  await readAllLessons(services, accountId);
  for (const quizOf of course.modules) await passQuiz(services, accountId, quizOf);
}

export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("the course lacks what this test needs");
  return value;
}
