import { and, asc, desc, eq, isNull, lt, or } from "drizzle-orm";
import type { Db, Tx } from "./db.server.ts";
import { prepared } from "./prepared.server.ts";
import { lessonCompletions, lessonPlaces } from "./schema.server.ts";

export type LessonCompletion = typeof lessonCompletions.$inferSelect;
export type LessonPlace = typeof lessonPlaces.$inferSelect;

/**
 * The first completion stays as it is, but for its revision, which only rises: whoever reads a lesson to its end again has read
 * what changed in it.
 * @returns whether this call completed the lesson
 */
export async function completeLesson(tx: Tx, completion: LessonCompletion & { revision: number }): Promise<boolean> {
  const { accountId, courseId, lessonId, revision } = lessonCompletions;
  const [stored] = await tx
    .insert(lessonCompletions)
    .values(completion)
    .onConflictDoUpdate({
      target: [accountId, courseId, lessonId],
      set: { revision: completion.revision },
      setWhere: or(isNull(revision), lt(revision, completion.revision)),
    })
    .returning({ id: lessonCompletions.id });
  return stored?.id === completion.id;
}

const completionsOf = prepared(["accountId", "courseId"], (db, { accountId, courseId }) =>
  db
    .select()
    .from(lessonCompletions)
    .where(and(eq(lessonCompletions.accountId, accountId), eq(lessonCompletions.courseId, courseId)))
    .orderBy(asc(lessonCompletions.completedAt), asc(lessonCompletions.id)),
);

/** In the order in which they were completed. */
export async function listCompletionsOf(
  db: Db,
  owner: { accountId: string; courseId: string },
): Promise<LessonCompletion[]> {
  return completionsOf(db, owner);
}

/**
 * Remembers where a learner is in a lesson; what was seen later wins, whatever arrives first.
 * @param place an `anchor` of null says that the lesson was opened: the place within it stays, and is `s1` at first
 */
export async function keepPlace(tx: Tx, place: Omit<LessonPlace, "anchor"> & { anchor: string | null }): Promise<void> {
  const { id, accountId, courseId, moduleId, lessonId, anchor, seenAt } = place;
  await tx
    .insert(lessonPlaces)
    .values({ id, accountId, courseId, moduleId, lessonId, anchor: anchor ?? "s1", seenAt })
    .onConflictDoUpdate({
      target: [lessonPlaces.accountId, lessonPlaces.courseId, lessonPlaces.lessonId],
      set: anchor === null ? { moduleId, seenAt } : { moduleId, seenAt, anchor },
      setWhere: lt(lessonPlaces.seenAt, seenAt),
    });
}

const placesOf = prepared(["accountId", "courseId"], (db, { accountId, courseId }) =>
  db
    .select()
    .from(lessonPlaces)
    .where(and(eq(lessonPlaces.accountId, accountId), eq(lessonPlaces.courseId, courseId)))
    .orderBy(desc(lessonPlaces.seenAt), desc(lessonPlaces.id)),
);

/** The lesson seen last comes first. */
export async function listPlacesOf(db: Db, owner: { accountId: string; courseId: string }): Promise<LessonPlace[]> {
  return placesOf(db, owner);
}
