import type { Logger } from "pino";
import type { Limits } from "#app/session/limits.server.ts";
import type { Mailer } from "#app/session/mail.server.ts";
import type { Store } from "#app/store/open-store.server.ts";

/** What commands and screens work with. Built once by the server; tests build their own. */
export interface Services {
  store: Store;
  mailer: Mailer;
  limits: Limits;
  log: Logger;
  /** UTC milliseconds. */
  now: () => number;
  newId: () => string;
  /** Orders questions and options; at least 32 characters. */
  secret: string;
  /** Address of the site, without a trailing slash. */
  origin: string;
  /** IANA name; the date on a certificate is the date there. */
  timeZone: string;
  issuerName: string;
  /** Remembers where a learner is in a lesson; written in batches, because a lost second of it harms nobody. */
  rememberPlace: (place: Place) => void;
}

export interface Place {
  accountId: string;
  courseId: string;
  moduleId: string;
  lessonId: string;
  /** `s1` … `sN`, an activity's id, or null when the lesson was merely opened. */
  anchor: string | null;
  seenAt: number;
}
