import { and, asc, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { AttemptItemSchema, type AttemptItem } from "#app/domain/attempt-item.ts";
import type { Db } from "./db.server.ts";
import { attemptAnswers, attempts } from "./schema.server.ts";

/** An attempt that was handed in, with nothing that says whose it was but an id to tell people apart. */
export interface GradedAttempt {
  id: string;
  accountId: string;
  items: AttemptItem[];
  startedAt: number;
  answers: { itemId: string; response: unknown; language: string; answeredAt: number }[];
}

/** Attempts of a course that were handed in, in an order of their own. For statistics: reads the whole course, off the path of requests. */
export async function listGradedAttempts(db: Db, courseId: string): Promise<GradedAttempt[]> {
  const handedIn = and(eq(attempts.courseId, courseId), isNotNull(attempts.submittedAt));
  const rows = await db
    .select({ id: attempts.id, accountId: attempts.accountId, items: attempts.items, startedAt: attempts.startedAt })
    .from(attempts)
    .where(handedIn)
    .orderBy(asc(attempts.id));
  const given = await db
    .select({
      attemptId: attemptAnswers.attemptId,
      itemId: attemptAnswers.itemId,
      response: attemptAnswers.response,
      language: attemptAnswers.language,
      answeredAt: attemptAnswers.answeredAt,
    })
    .from(attemptAnswers)
    .innerJoin(attempts, eq(attempts.id, attemptAnswers.attemptId))
    .where(handedIn);
  const answers = new Map<string, GradedAttempt["answers"]>();
  for (const { attemptId, ...answer } of given) {
    const known = answers.get(attemptId);
    if (known) known.push(answer);
    else answers.set(attemptId, [answer]);
  }
  return rows.map(({ items, ...attempt }) => ({
    ...attempt,
    items: z.array(AttemptItemSchema).parse(items),
    answers: answers.get(attempt.id) ?? [],
  }));
}
