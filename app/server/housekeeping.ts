import type { Services } from "#app/commands/services.ts";
import { deleteExpiredPasswordResets } from "#app/store/password-resets.server.ts";
import { deleteExpiredSessions } from "#app/store/sessions.server.ts";

const HOUR = 3_600_000;

/**
 * Clears away, once an hour, sessions and reset links that can no longer be used. What is expired is refused anyway; this only
 * keeps the tables small.
 * @returns stops it
 */
export function keepHouse({ store, now, log }: Pick<Services, "store" | "now" | "log">): () => void {
  const timer = setInterval(() => {
    store
      .write(async (tx) => {
        await deleteExpiredSessions(tx, now());
        await deleteExpiredPasswordResets(tx, now());
      })
      .catch((error: unknown) => log.warn({ err: error }, "expired sessions could not be cleared away"));
  }, HOUR);
  timer.unref();
  return () => clearInterval(timer);
}
