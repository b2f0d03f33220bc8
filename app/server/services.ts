import { randomUUID } from "node:crypto";
import type { Services } from "#app/commands/services.ts";
import type { Env } from "#app/env.server.ts";
import { createLimits } from "#app/session/limits.server.ts";
import { createMailer } from "#app/session/mail.server.ts";
import { createSessions, type SignedIn } from "#app/session/sessions.server.ts";
import { openStore } from "#app/store/open-store.server.ts";
import { createLog } from "./log.ts";
import { keepHouse } from "./housekeeping.ts";
import { gatherPlaces } from "./places.ts";

export interface RunningServices {
  services: Services;
  readSession: (cookie: string | null) => Promise<SignedIn | null>;
  /** Writes what still waits, sends what was posted, and closes the database. */
  close: () => Promise<void>;
}

/** Opens the database, migrated, and builds everything that commands and screens work with. */
export async function openServices(env: Env): Promise<RunningServices> {
  const log = createLog(env.LOG_LEVEL);
  const now = Date.now;
  const store = await openStore({ url: env.DATABASE_URL, now });
  const mailer = createMailer({
    ...(env.SMTP_URL ? { smtpUrl: env.SMTP_URL } : {}),
    folder: env.MAIL_FOLDER,
    from: env.MAIL_FROM,
  });
  const sessions = createSessions({ store, origin: env.ORIGIN, now });
  const places = gatherPlaces({
    store,
    newId: randomUUID,
    onError: (error) => log.warn({ err: error }, "places could not be kept"),
  });
  const stopHousekeeping = keepHouse({ store, now, log });
  return {
    services: {
      store,
      mailer,
      limits: createLimits(),
      log,
      now,
      newId: randomUUID,
      secret: env.SECRET,
      origin: env.ORIGIN,
      timeZone: env.TIME_ZONE,
      issuerName: env.ISSUER_NAME,
      rememberPlace: places.remember,
    },
    readSession: (cookie) => sessions.read(cookie),
    async close() {
      stopHousekeeping();
      await places.flush();
      await mailer.settled();
      await store.close();
    },
  };
}
