import { isDeepStrictEqual } from "node:util";
import { and, asc, desc, eq, getTableColumns, isNull, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { type AttemptItem, AttemptItemSchema } from "#app/domain/attempt-item.ts";
import type { Db, Tx } from "./db.server.ts";
import { prepared } from "./prepared.server.ts";
import { attemptAnswers, attempts } from "./schema.server.ts";

type AttemptRow = typeof attempts.$inferSelect;
export type Attempt = Omit<AttemptRow, "items"> & { items: AttemptItem[] };
/** An attempt without its items, and so without the key. */
export type AttemptSummary = Omit<AttemptRow, "items">;
/** `response` is to be parsed by its activity's schema; null when the learner took the answer back. */
export type AttemptAnswer = typeof attemptAnswers.$inferSelect;

const ItemsSchema = z.array(AttemptItemSchema);

/** @returns whether it was inserted: false when an attempt of that number was started already, in another tab */
export async function insertAttempt(
  tx: Tx,
  attempt: Omit<Attempt, "submittedAt" | "scorePermille" | "passed">,
): Promise<boolean> {
  const { accountId, courseId, moduleId, number } = attempts;
  const inserted = await tx
    .insert(attempts)
    .values(attempt)
    .onConflictDoNothing({ target: [accountId, courseId, moduleId, number] })
    .returning({ id: attempts.id });
  return inserted.length > 0;
}

const attemptById = prepared(["accountId", "attemptId"], (db, { accountId, attemptId }) =>
  db
    .select()
    .from(attempts)
    .where(and(eq(attempts.id, attemptId), eq(attempts.accountId, accountId))),
);

export async function findAttempt(db: Db, owner: { accountId: string; attemptId: string }): Promise<Attempt | null> {
  const [row] = await attemptById(db, owner);
  return row ? attemptOf(row) : null;
}

/** The attempt at a quiz that was started and not yet handed in. */
export async function findOpenAttempt(
  db: Db,
  { accountId, courseId, moduleId }: { accountId: string; courseId: string; moduleId: string },
): Promise<Attempt | null> {
  const [row] = await db
    .select()
    .from(attempts)
    .where(
      and(
        eq(attempts.accountId, accountId),
        eq(attempts.courseId, courseId),
        eq(attempts.moduleId, moduleId),
        isNull(attempts.submittedAt),
      ),
    )
    .orderBy(desc(attempts.number))
    .limit(1);
  return row ? attemptOf(row) : null;
}

const attemptsOf = prepared(["accountId", "courseId"], (db, { accountId, courseId }) => {
  const { items, ...summary } = getTableColumns(attempts);
  return db
    .select(summary)
    .from(attempts)
    .where(and(eq(attempts.accountId, accountId), eq(attempts.courseId, courseId)))
    .orderBy(asc(attempts.startedAt), asc(attempts.number));
});

/** In the order in which they were started. */
export async function listAttemptsOf(
  db: Db,
  owner: { accountId: string; courseId: string },
): Promise<AttemptSummary[]> {
  return attemptsOf(db, owner);
}

const submittedAtOf = prepared(["accountId", "attemptId"], (db, { accountId, attemptId }) =>
  db
    .select({ submittedAt: attempts.submittedAt })
    .from(attempts)
    .where(and(eq(attempts.id, attemptId), eq(attempts.accountId, accountId))),
);

const upsertNewer = prepared(
  ["id", "attemptId", "itemId", "response", "confidence", "seq", "language", "answeredAt"],
  (db, answer) =>
    db
      .insert(attemptAnswers)
      .values(answer)
      .onConflictDoUpdate({
        target: [attemptAnswers.attemptId, attemptAnswers.itemId],
        set: {
          response: sql`excluded.response`,
          confidence: sql`excluded.confidence`,
          seq: sql`excluded.seq`,
          language: sql`excluded.language`,
          answeredAt: sql`excluded.answered_at`,
        },
        setWhere: lt(attemptAnswers.seq, sql`excluded.seq`),
      })
      .returning({ id: attemptAnswers.id }),
);

/**
 * Keeps the newest answer to an item. Whether the item is among those drawn is for the caller to judge.
 * @returns `saved`, also when this very answer is there already; `stale` when another one of the same or a higher `seq` is;
 *   `submitted` when the attempt was handed in; `absent` when the learner has no such attempt
 */
export async function saveAttemptAnswer(
  tx: Tx,
  { accountId, ...answer }: AttemptAnswer & { accountId: string },
): Promise<"saved" | "stale" | "submitted" | "absent"> {
  const [attempt] = await submittedAtOf(tx, { accountId, attemptId: answer.attemptId });
  if (!attempt) return "absent";
  if (attempt.submittedAt !== null) return "submitted";
  const saved = await upsertNewer(tx, answer);
  if (saved.length > 0) return "saved";
  const [kept] = await tx
    .select({
      seq: attemptAnswers.seq,
      response: attemptAnswers.response,
      confidence: attemptAnswers.confidence,
    })
    .from(attemptAnswers)
    .where(and(eq(attemptAnswers.attemptId, answer.attemptId), eq(attemptAnswers.itemId, answer.itemId)));
  // Sent again, because the line lost the acknowledgement.
  const { seq, response, confidence } = answer;
  return isDeepStrictEqual(kept, { seq, response, confidence }) ? "saved" : "stale";
}

export async function listAnswersOf(
  db: Db,
  { accountId, attemptId }: { accountId: string; attemptId: string },
): Promise<AttemptAnswer[]> {
  return db
    .select(getTableColumns(attemptAnswers))
    .from(attemptAnswers)
    .innerJoin(attempts, eq(attempts.id, attemptAnswers.attemptId))
    .where(and(eq(attemptAnswers.attemptId, attemptId), eq(attempts.accountId, accountId)))
    .orderBy(asc(attemptAnswers.itemId));
}

/**
 * Hands an attempt in, once.
 * @returns whether this call did it; the first result stays
 */
export async function submitAttempt(
  tx: Tx,
  given: { accountId: string; attemptId: string; submittedAt: number; scorePermille: number; passed: boolean },
): Promise<boolean> {
  const { accountId, attemptId, submittedAt, scorePermille, passed } = given;
  const submitted = await tx
    .update(attempts)
    .set({ submittedAt, scorePermille, passed })
    .where(and(eq(attempts.id, attemptId), eq(attempts.accountId, accountId), isNull(attempts.submittedAt)))
    .returning({ id: attempts.id });
  return submitted.length > 0;
}

function attemptOf(row: AttemptRow): Attempt {
  return { ...row, items: ItemsSchema.parse(row.items) };
}
