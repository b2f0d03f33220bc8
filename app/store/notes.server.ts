import { isDeepStrictEqual } from "node:util";
import { and, asc, eq, isNotNull, lt, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.server.ts";
import { prepared } from "./prepared.server.ts";
import { notes } from "./schema.server.ts";

/** `response` is to be parsed by its activity's schema; null when its writer took it back. */
export type Note = typeof notes.$inferSelect;

/**
 * Keeps the newest text of a note.
 * @returns `saved`, also when this very text is there already; `stale` when another one of the same or a higher `seq` is
 */
export async function saveNote(tx: Tx, note: Note): Promise<"saved" | "stale"> {
  const saved = await tx
    .insert(notes)
    .values(note)
    .onConflictDoUpdate({
      target: [notes.accountId, notes.courseId, notes.activityId],
      set: {
        lessonId: sql`excluded.lesson_id`,
        response: sql`excluded.response`,
        seq: sql`excluded.seq`,
        language: sql`excluded.language`,
        writtenAt: sql`excluded.written_at`,
      },
      setWhere: lt(notes.seq, sql`excluded.seq`),
    })
    .returning({ id: notes.id });
  if (saved.length > 0) return "saved";
  const [kept] = await tx
    .select({ seq: notes.seq, response: notes.response })
    .from(notes)
    .where(
      and(
        eq(notes.accountId, note.accountId),
        eq(notes.courseId, note.courseId),
        eq(notes.activityId, note.activityId),
      ),
    );
  // Sent again, because the line lost the acknowledgement.
  return kept?.seq === note.seq && isDeepStrictEqual(kept.response, note.response) ? "saved" : "stale";
}

/**
 * Takes texts out of the database: what stays is that there was one, and when it was taken back. A text that was typed before and comes
 * late does not bring it back.
 * @param activityId of one note; null for all of the learner in the course
 * @param at UTC milliseconds, from which a text is newer than the deletion
 * @returns how many had a text
 */
export async function clearNotes(
  tx: Tx,
  {
    accountId,
    courseId,
    activityId,
    at,
  }: { accountId: string; courseId: string; activityId: string | null; at: number },
): Promise<number> {
  const cleared = await tx
    .update(notes)
    .set({ response: null, seq: sql`CASE WHEN ${notes.seq} > ${at} THEN ${notes.seq} ELSE ${at} END`, writtenAt: at })
    .where(
      and(
        eq(notes.accountId, accountId),
        eq(notes.courseId, courseId),
        isNotNull(notes.response),
        ...(activityId === null ? [] : [eq(notes.activityId, activityId)]),
      ),
    )
    .returning({ id: notes.id });
  return cleared.length;
}

const notesOf = prepared(["accountId", "courseId"], (db, { accountId, courseId }) =>
  db
    .select()
    .from(notes)
    .where(and(eq(notes.accountId, accountId), eq(notes.courseId, courseId), isNotNull(notes.response)))
    .orderBy(asc(notes.activityId)),
);

/** What a learner has written in a course for themselves and not taken back; `response` is never null. */
export async function listNotesOf(db: Db, owner: { accountId: string; courseId: string }): Promise<Note[]> {
  return notesOf(db, owner);
}
