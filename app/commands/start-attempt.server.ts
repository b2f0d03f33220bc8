import { createHmac } from "node:crypto";
import { arrangedParts } from "#app/activities/definitions.ts";
import { findActivity } from "#app/catalogue/answer-keys.server.ts";
import { drawItems } from "#app/domain/attempt.ts";
import type { AttemptItem } from "#app/domain/attempt-item.ts";
import type { Course, Module } from "#app/domain/course.ts";
import { keepActivityVersions } from "#app/store/activity-versions.server.ts";
import { findOpenAttempt, insertAttempt, listAttemptsOf } from "#app/store/attempts.server.ts";
import type { Services } from "./services.ts";

/**
 * Starts an attempt at a module's quiz, or finds the one under way: two tabs get the same attempt.
 * Drawn items, their order and the order of their options are stored with it, so that they are the same in every language.
 * @returns the attempt's id
 */
export async function startAttempt(
  services: Pick<Services, "store" | "now" | "newId" | "secret">,
  given: { accountId: string; course: Course; module: Module },
): Promise<string> {
  const { accountId, course, module } = given;
  const id = services.newId();
  const rank = (text: string) => createHmac("sha256", services.secret).update(`${id}|${text}`).digest("hex");
  const records = drawItems(module.quiz.items, module.quiz.draw, rank).map((itemId) => {
    const record = findActivity(course.id, itemId);
    if (!record) throw new Error(`The item ${itemId} is in the outline and not among the activities.`);
    return record;
  });
  const items = records.map((record): AttemptItem => {
    const itemId = record.id;
    const order = arrangedParts(record.public[course.sourceLanguage], record.key, (part) => rank(`${itemId}|${part}`));
    return { itemId, kind: record.kind, version: record.version, order, key: record.key };
  });

  const owner = { accountId, courseId: course.id, moduleId: module.id };
  return services.store.write(async (tx) => {
    const open = await findOpenAttempt(tx, owner);
    if (open) return open.id;
    const earlier = await listAttemptsOf(tx, { accountId, courseId: course.id });
    const number = 1 + earlier.filter((attempt) => attempt.moduleId === module.id).length;
    await keepActivityVersions(tx, records);
    await insertAttempt(tx, { id, ...owner, edition: course.edition, number, items, startedAt: services.now() });
    return id;
  });
}
