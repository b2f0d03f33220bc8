import { clearNotes } from "#app/store/notes.server.ts";
import type { Services } from "./services.ts";

/**
 * Deletes what a learner wrote in a course for themselves. Sent twice, it is done once.
 * @param activityId of one note; null for all of them
 * @returns how many texts there were to delete
 */
export async function deleteNotes(
  services: Pick<Services, "store" | "now">,
  given: { accountId: string; courseId: string; activityId: string | null },
): Promise<number> {
  const at = services.now();
  return services.store.write((tx) => clearNotes(tx, { ...given, at }));
}
