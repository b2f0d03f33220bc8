import { inArray } from "drizzle-orm";
import { z } from "zod";
import type { ActivityRecord } from "#app/activities/activity.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import type { Db, Tx } from "./db.server.ts";
import { activityVersions } from "./schema.server.ts";

const PerLanguage = z.record(z.enum(LANGUAGES), z.looseObject({}));

/** What is relied on when an old version is shown again; the rest is checked by the kind that reads it. */
const RecordSchema = z.looseObject({
  id: z.string(),
  kind: z.string(),
  version: z.string(),
  key: z.unknown(),
  public: PerLanguage,
  feedback: PerLanguage,
});

/** Keeps questions as they are now, once for each version. */
export async function keepActivityVersions(tx: Tx, records: readonly ActivityRecord[]): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map((record) => ({ version: record.version, activityId: record.id, record }));
  await tx.insert(activityVersions).values(rows).onConflictDoNothing({ target: activityVersions.version });
}

/** Questions as they once were, by version; versions that are not kept are absent. */
export async function findActivityVersions(db: Db, versions: readonly string[]): Promise<Map<string, ActivityRecord>> {
  if (versions.length === 0) return new Map();
  const rows = await db
    .select()
    .from(activityVersions)
    .where(inArray(activityVersions.version, [...versions]));
  return new Map(rows.map((row) => [row.version, RecordSchema.parse(row.record) as unknown as ActivityRecord]));
}
