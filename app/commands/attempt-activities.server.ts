import type { ActivityRecord } from "#app/activities/activity.ts";
import { findActivity } from "#app/catalogue/answer-keys.server.ts";
import type { AttemptItem } from "#app/domain/attempt-item.ts";
import { findActivityVersions } from "#app/store/activity-versions.server.ts";
import type { Db } from "#app/store/db.server.ts";

/**
 * The questions of an attempt as they were when it was drawn, by id. A course that was changed since shows its old wording
 * here, because options that were reordered would give the stored letters another meaning.
 */
export async function activitiesOf(
  db: Db,
  attempt: { courseId: string; items: readonly AttemptItem[] },
): Promise<Map<string, ActivityRecord>> {
  const records = new Map<string, ActivityRecord>();
  const changed: AttemptItem[] = [];
  for (const item of attempt.items) {
    const current = findActivity(attempt.courseId, item.itemId);
    if (current?.version === item.version) records.set(item.itemId, current);
    else changed.push(item);
  }
  if (changed.length === 0) return records;
  const kept = await findActivityVersions(
    db,
    changed.map((item) => item.version),
  );
  for (const item of changed) {
    const record = kept.get(item.version);
    if (record) records.set(item.itemId, record);
  }
  return records;
}
