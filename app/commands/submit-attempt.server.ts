import { definitionOf } from "#app/activities/definitions.ts";
import { attemptScore, isPassed } from "#app/domain/attempt.ts";
import type { Course } from "#app/domain/course.ts";
import { accept, refuse, type Result } from "#app/domain/result.ts";
import { findAttempt, listAnswersOf, submitAttempt as closeAttempt } from "#app/store/attempts.server.ts";
import type { Services } from "./services.ts";

/**
 * Hands an attempt in: grades the stored answers by the key stored with the attempt, once. Handing in again, from another
 * tab or after a lost answer, finds the same result.
 * @returns the score in thousandths; refused as `answer-foreign` for an attempt that is not the learner's
 */
export async function submitAttempt(
  services: Pick<Services, "store" | "now">,
  given: { accountId: string; course: Course; attemptId: string },
): Promise<Result<{ scorePermille: number; passed: boolean }, "answer-foreign">> {
  const { accountId, course, attemptId } = given;
  return services.store.write(async (tx) => {
    const attempt = await findAttempt(tx, { accountId, attemptId });
    if (!attempt || attempt.courseId !== course.id) return refuse("answer-foreign");
    if (attempt.submittedAt !== null) {
      return accept({ scorePermille: attempt.scorePermille ?? 0, passed: attempt.passed ?? false });
    }
    const answers = await listAnswersOf(tx, { accountId, attemptId });
    const scores = attempt.items.map((item) => {
      const answer = answers.find((one) => one.itemId === item.itemId);
      if (!answer || answer.response === null) return 0;
      return definitionOf(item.kind).grade(item.key, answer.response).score;
    });
    const scorePermille = attemptScore(scores);
    const passed = isPassed(scorePermille, course.completion.quizPassPercent);
    await closeAttempt(tx, { accountId, attemptId, submittedAt: services.now(), scorePermille, passed });
    return accept({ scorePermille, passed });
  });
}
