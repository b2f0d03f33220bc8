import type { FormFields } from "#app/activities/activity.ts";
import { fieldsOf } from "#app/activities/activity-state.ts";
import { definitionOf } from "#app/activities/definitions.ts";
import { findActivity } from "#app/catalogue/answer-keys.server.ts";
import type { Language } from "#app/domain/language.ts";
import { accept, refuse, type Result } from "#app/domain/result.ts";
import { findAttempt, saveAttemptAnswer } from "#app/store/attempts.server.ts";
import type { Services } from "./services.ts";

/**
 * Keeps answers of an attempt under way. Acknowledged means durable: it returns after the commit.
 * @param itemIds the items whose fields were sent; the others stay as they are
 * @param fields the form's fields, named with the item's id in front; an item without any takes its answer back
 * @param seq the client's own count, rising with each change; an older one never overwrites a newer one
 * @returns refused as `answer-foreign` for an attempt or item that is not the learner's, `attempt-closed` after hand-in
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
): Promise<Result<null, "answer-foreign" | "attempt-closed">> {
  const { accountId, attemptId, fields, seq, language } = given;
  return services.store.write(async (tx) => {
    const attempt = await findAttempt(tx, { accountId, attemptId });
    if (!attempt) return refuse("answer-foreign");
    if (attempt.submittedAt !== null) return refuse("attempt-closed");
    for (const itemId of given.itemIds) {
      const item = attempt.items.find((one) => one.itemId === itemId);
      const record = item && findActivity(attempt.courseId, itemId);
      if (!item || !record) return refuse("answer-foreign");
      await saveAttemptAnswer(tx, {
        id: services.newId(),
        accountId,
        attemptId,
        itemId,
        response: definitionOf(item.kind).readResponse(record.public[language], fieldsOf(fields, itemId)),
        seq,
        language,
        answeredAt: services.now(),
      });
    }
    return accept(null);
  });
}
