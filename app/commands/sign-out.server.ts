import { createSessions } from "#app/session/sessions.server.ts";
import { appendAuditEvent } from "#app/store/audit.server.ts";
import type { Services } from "./services.ts";

/**
 * Ends the session of a request on the server, so that a copy of its cookie is dead, too. Without a session it does nothing.
 * @returns a `Set-Cookie` value that forgets the cookie
 */
export async function signOut(
  services: Pick<Services, "store" | "now" | "origin">,
  given: { cookieHeader: string | null },
): Promise<{ cookie: string }> {
  const sessions = createSessions(services);
  return services.store.write(async (tx) => {
    const { cookie, accountId } = await sessions.end(tx, given.cookieHeader);
    if (accountId !== null) {
      await appendAuditEvent(tx, {
        at: services.now(),
        actorId: accountId,
        kind: "signed-out",
        subject: accountId,
        details: {},
      });
    }
    return { cookie };
  });
}
