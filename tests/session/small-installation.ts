import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { onTestFinished } from "vitest";
import { createLimits } from "#app/session/limits.server.ts";
import { createMailer } from "#app/session/mail.server.ts";
import { hashPassword } from "#app/session/passwords.server.ts";
import { insertAccount } from "#app/store/accounts.server.ts";
import { openStore } from "#app/store/open-store.server.ts";

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const PASSWORD = "a quiet lake in June";
export const NETWORK = "198.51.100.7";

/** A real installation in a folder of its own, with a clock that the test moves; it is gone when the test is. */
export async function smallInstallation({ origin = "https://learn.example.org" } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "waymark-"));
  const clock = { now: Date.UTC(2026, 10, 25, 9) };
  const now = () => clock.now;
  const store = await openStore({ url: `file:${join(folder, "waymark.sqlite")}`, now });
  const mailer = createMailer({ folder: join(folder, "mail"), from: "Waymark <no-reply@example.org>" });
  onTestFinished(async () => {
    await mailer.settled();
    await store.close();
    await rm(folder, { recursive: true });
  });
  const services = {
    store,
    mailer,
    limits: createLimits(),
    log: pino({ level: "silent" }),
    now,
    newId: randomUUID,
    origin,
  };

  return {
    folder,
    clock,
    services,
    /** Inserts an account with the usual password. */
    async person(email: string, { language = "en" } = {}) {
      const hashed = await hashPassword(PASSWORD);
      if (!hashed.ok) throw new Error("the queue is full");
      const account = {
        id: randomUUID(),
        email,
        name: "Anna Kavaleva",
        language,
        passwordHash: hashed.value,
        demo: false,
        createdAt: clock.now,
      };
      await store.write((tx) => insertAccount(tx, account));
      return account;
    },
    /** The mails so far, oldest first, decoded. */
    async mails() {
      await mailer.settled();
      const names = (await readdir(join(folder, "mail")).catch(() => [])).sort();
      return Promise.all(names.map(async (name) => readMail(await readFile(join(folder, "mail", name), "utf8"))));
    },
  };
}

/** Takes a mail of one text part asunder. */
export function readMail(source: string) {
  const [head = "", ...rest] = source.split("\r\n\r\n");
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, " ")
      .split("\r\n")
      .map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
      }),
  );
  const body = rest.join("\r\n\r\n");
  const text =
    headers.get("content-transfer-encoding") === "quoted-printable"
      ? Buffer.from(
          body
            .replace(/=\r\n/g, "")
            .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          "latin1",
        ).toString("utf8")
      : body;
  return {
    headers,
    to: headers.get("to") ?? "",
    subject: headers.get("subject") ?? "",
    text: text.replaceAll("\r\n", "\n"),
  };
}

/** What a browser sends back of a `Set-Cookie` value. */
export function sentBack(setCookie: string): string {
  return setCookie.split(";", 1)[0] ?? "";
}
