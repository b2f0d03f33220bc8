import { createHmac } from "node:crypto";
import type { Rank } from "#app/domain/attempt.ts";

/**
 * An order of an activity's own that stays the same in every language and at every build, however its words change. Nobody
 * can work it out without the course's salt, which the browser never gets.
 */
export function activityRank(salt: string, courseId: string, activityId: string): Rank {
  return (text) =>
    createHmac("sha256", salt)
      .update(JSON.stringify([courseId, activityId, text]))
      .digest("hex");
}
