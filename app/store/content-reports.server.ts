import { and, count, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { ContentReport, ReportFilter } from "#app/domain/content-report.ts";
import type { Db, Tx } from "./db.server.ts";
import { contentReports } from "./schema.server.ts";

type ReportRow = typeof contentReports.$inferSelect;

/** A report as its sender made it. */
export type SentReport = Omit<ReportRow, "answeredAt" | "answeredBy" | "note">;

/** Without the sender, so that no page of an author can show them by mistake. */
const SHOWN = {
  id: contentReports.id,
  courseId: contentReports.courseId,
  moduleId: contentReports.moduleId,
  lessonId: contentReports.lessonId,
  language: contentReports.language,
  place: contentReports.place,
  excerpt: contentReports.excerpt,
  revision: contentReports.revision,
  kind: contentReports.kind,
  text: contentReports.text,
  createdAt: contentReports.createdAt,
  answeredAt: contentReports.answeredAt,
  answeredBy: contentReports.answeredBy,
  note: contentReports.note,
};

/** @returns whether it was inserted: false when a report has this id already */
export async function insertContentReport(tx: Tx, report: SentReport): Promise<boolean> {
  const inserted = await tx
    .insert(contentReports)
    .values(report)
    .onConflictDoNothing({ target: contentReports.id })
    .returning({ id: contentReports.id });
  return inserted.length > 0;
}

/** A report for the person who sent it; null also when it is somebody else's. */
export async function findContentReportOf(
  db: Db,
  { accountId, reportId }: { accountId: string; reportId: string },
): Promise<ContentReport | null> {
  const [row] = await db
    .select(SHOWN)
    .from(contentReports)
    .where(and(eq(contentReports.id, reportId), eq(contentReports.accountId, accountId)));
  return row ?? null;
}

/** A report for an author. */
export async function findContentReport(db: Db, reportId: string): Promise<ContentReport | null> {
  const [row] = await db.select(SHOWN).from(contentReports).where(eq(contentReports.id, reportId));
  return row ?? null;
}

/** Open ones first, then the newest first. */
export async function listContentReports(
  db: Db,
  { limit, ...filter }: ReportFilter & { limit: number },
): Promise<ContentReport[]> {
  const answeredLast = sql`case when ${contentReports.answeredAt} is null then 0 else 1 end`;
  return db
    .select(SHOWN)
    .from(contentReports)
    .where(matching(filter))
    .orderBy(answeredLast, desc(contentReports.createdAt), desc(contentReports.id))
    .limit(limit);
}

export async function countContentReports(db: Db, filter: ReportFilter): Promise<number> {
  const [row] = await db.select({ count: count() }).from(contentReports).where(matching(filter));
  return row?.count ?? 0;
}

/** Answers an open report. @returns false when there is none: it does not exist, or somebody has answered it already */
export async function answerContentReport(
  tx: Tx,
  { reportId, by, at, note }: { reportId: string; by: string; at: number; note: string },
): Promise<boolean> {
  const answered = await tx
    .update(contentReports)
    .set({ answeredAt: at, answeredBy: by, note })
    .where(and(eq(contentReports.id, reportId), isNull(contentReports.answeredAt)))
    .returning({ id: contentReports.id });
  return answered.length > 0;
}

function matching({ courseId, moduleId, lessonId, state }: ReportFilter) {
  return and(
    courseId === undefined ? undefined : eq(contentReports.courseId, courseId),
    moduleId === undefined ? undefined : eq(contentReports.moduleId, moduleId),
    lessonId === undefined ? undefined : eq(contentReports.lessonId, lessonId),
    state === "open" ? isNull(contentReports.answeredAt) : undefined,
    state === "answered" ? isNotNull(contentReports.answeredAt) : undefined,
  );
}
