import { and, asc, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.server.ts";
import { prepared } from "./prepared.server.ts";
import { activityAnswers } from "./schema.server.ts";

export type ActivityAnswer = typeof activityAnswers.$inferSelect;

const insertOnce = prepared(
  [
    "id",
    "accountId",
    "courseId",
    "lessonId",
    "activityId",
    "version",
    "response",
    "scorePermille",
    "confidence",
    "language",
    "answeredAt",
  ],
  (db, answer) =>
    db.insert(activityAnswers).values(answer).onConflictDoNothing({ target: activityAnswers.id }).returning(),
);

/**
 * Appends an answer. The same id twice counts once: the row that was stored first is answered.
 * @returns the stored row, or null when the id belongs to an answer of another account or to another activity
 */
export async function appendActivityAnswer(tx: Tx, answer: ActivityAnswer): Promise<ActivityAnswer | null> {
  const [inserted] = await insertOnce(tx, answer);
  if (inserted) return inserted;
  const [stored] = await tx
    .select()
    .from(activityAnswers)
    .where(
      and(
        eq(activityAnswers.id, answer.id),
        eq(activityAnswers.accountId, answer.accountId),
        eq(activityAnswers.courseId, answer.courseId),
        eq(activityAnswers.lessonId, answer.lessonId),
        eq(activityAnswers.activityId, answer.activityId),
      ),
    );
  return stored ?? null;
}

const newestOf = prepared(["accountId", "courseId", "lessonId"], (db, { accountId, courseId, lessonId }) => {
  const byAge = sql`${desc(activityAnswers.answeredAt)}, ${desc(activityAnswers.id)}`;
  const ranked = db
    .select({
      ...getTableColumns(activityAnswers),
      place: sql<number>`row_number() over (partition by ${activityAnswers.activityId} order by ${byAge})`.as("place"),
    })
    .from(activityAnswers)
    .where(
      and(
        eq(activityAnswers.accountId, accountId),
        eq(activityAnswers.courseId, courseId),
        eq(activityAnswers.lessonId, lessonId),
      ),
    )
    .as("ranked");
  return db.select().from(ranked).where(eq(ranked.place, 1)).orderBy(asc(ranked.activityId));
});

const newestOfAll = prepared(["courseId", "activityId", "version"], (db, { courseId, activityId, version }) => {
  const byAge = sql`${desc(activityAnswers.answeredAt)}, ${desc(activityAnswers.id)}`;
  const ranked = db
    .select({
      response: activityAnswers.response,
      place: sql<number>`row_number() over (partition by ${activityAnswers.accountId} order by ${byAge})`.as("place"),
    })
    .from(activityAnswers)
    .where(
      and(
        eq(activityAnswers.courseId, courseId),
        eq(activityAnswers.activityId, activityId),
        eq(activityAnswers.version, version),
      ),
    )
    .as("ranked");
  return db.select({ response: ranked.response }).from(ranked).where(eq(ranked.place, 1));
});

/** Each learner's newest answer to a version of an activity, in no order and without a name; to be parsed by its activity's schema. */
export async function listNewestResponses(
  db: Db,
  activity: { courseId: string; activityId: string; version: string },
): Promise<unknown[]> {
  const rows = await newestOfAll(db, activity);
  return rows.map(({ response }) => response);
}

/** The newest answer to each activity of a lesson; `response` is to be parsed by its activity's schema. */
export async function newestAnswersOf(
  db: Db,
  lesson: { accountId: string; courseId: string; lessonId: string },
): Promise<ActivityAnswer[]> {
  const rows = await newestOf(db, lesson);
  return rows.map(({ place, ...answer }) => answer);
}

/** What was ever answered to one version of an activity, by everybody, the oldest first; `response` is to be parsed by its activity's schema. */
export async function listAnswersTo(
  db: Db,
  activity: { courseId: string; activityId: string; version: string },
): Promise<Pick<ActivityAnswer, "accountId" | "language" | "response">[]> {
  return db
    .select({
      accountId: activityAnswers.accountId,
      language: activityAnswers.language,
      response: activityAnswers.response,
    })
    .from(activityAnswers)
    .where(
      and(
        eq(activityAnswers.courseId, activity.courseId),
        eq(activityAnswers.activityId, activity.activityId),
        eq(activityAnswers.version, activity.version),
      ),
    )
    .orderBy(asc(activityAnswers.answeredAt), asc(activityAnswers.id));
}
