import type { AnswerProblem, FormFields } from "#app/activities/activity.ts";
import { confidenceIn, fieldsOf } from "#app/activities/activity-state.ts";
import { definitionOf } from "#app/activities/definitions.ts";
import type { Confidence } from "#app/domain/confidence.ts";
import type { Language } from "#app/domain/language.ts";
import { accept, refuse, type Result } from "#app/domain/result.ts";
import { findAttempt, saveAttemptAnswer } from "#app/store/attempts.server.ts";
import { activitiesOf } from "./attempt-activities.server.ts";
import type { Services } from "./services.ts";

/**
 * Keeps answers of an attempt under way. Acknowledged means durable: it returns after the commit.
 * @param itemIds the items whose fields were sent; the others stay as they are
 * @param fields the form's fields, named with the item's id in front; an item without any takes its answer back. A field
 *   `shown` holds the answer with which the page was made, as JSON, and `shown.confidence` how sure the learner had said to be: an item
 *   that still says the same was not touched on this page, and what another device has saved since stays
 * @param seq the client's own count, rising with each change; an older one never overwrites a newer one
 * @returns what is wrong with answers that were kept and cannot be graded as they stand, by item; refused as `answer-foreign` for an attempt or item that is not the learner's, `attempt-closed` after hand-in,
 *   `answer-stale` when a newer answer is there already; a refusal of the first two kinds keeps nothing
 */
export async function saveAnswers(
  services: Pick<Services, "store" | "now" | "newId">,
  given: {
    accountId: string;
    attemptId: string;
    itemIds: readonly string[];
    fields: FormFields;
    seq: number;
    language: Language;
  },
): Promise<Result<Record<string, AnswerProblem>, "answer-foreign" | "attempt-closed" | "answer-stale">> {
  const { accountId, attemptId, fields, seq, language } = given;
  const problems: Record<string, AnswerProblem> = {};
  return services.store.write(async (tx) => {
    const attempt = await findAttempt(tx, { accountId, attemptId });
    if (!attempt) return refuse("answer-foreign");
    if (attempt.submittedAt !== null) return refuse("attempt-closed");
    const records = await activitiesOf(tx, attempt);
    const answers = [];
    for (const itemId of given.itemIds) {
      const record = records.get(itemId);
      if (!record) return refuse("answer-foreign");
      const own = fieldsOf(fields, itemId);
      const definition = definitionOf(record.kind);
      const response = definition.readResponse(record.public[language], own);
      const problem = response === null ? null : definition.problemOf?.(record.public[language], response);
      if (problem) problems[itemId] = problem;
      const confidence = confidenceIn(record.public[language], own);
      if (!isUntouched(response, confidence, own)) answers.push({ itemId, response, confidence });
    }
    let stale = false;
    for (const { itemId, response, confidence } of answers) {
      const id = services.newId();
      const answer = { id, accountId, attemptId, itemId, response, confidence, seq, language };
      stale = (await saveAttemptAnswer(tx, { ...answer, answeredAt: services.now() })) === "stale" || stale;
    }
    return stale ? refuse("answer-stale") : accept(problems);
  });
}

function isUntouched(response: unknown, confidence: Confidence | null, fields: FormFields): boolean {
  const [shown, ...others] = fields.getAll("shown");
  const [said = ""] = fields.getAll("shown.confidence");
  return others.length === 0 && shown === JSON.stringify(response) && said === (confidence ?? "");
}
