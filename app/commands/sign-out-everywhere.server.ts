import { createSessions } from "#app/session/sessions.server.ts";
import { appendAuditEvent } from "#app/store/audit.server.ts";
import type { Services } from "./services.ts";

/**
 * Ends every session of an account, this one included.
 * @returns a `Set-Cookie` value that forgets the cookie
 */
export async function signOutEverywhere(
  services: Pick<Services, "store" | "now" | "origin">,
  given: { accountId: string },
): Promise<{ cookie: string }> {
  const { accountId } = given;
  const sessions = createSessions(services);
  return services.store.write(async (tx) => {
    await appendAuditEvent(tx, {
      at: services.now(),
      actorId: accountId,
      kind: "signed-out-everywhere",
      subject: accountId,
      details: {},
    });
    return sessions.endAll(tx, accountId);
  });
}
