/** The people of the journeys, made straight in the database: signing up by form is a journey of its own. */
import { randomUUID } from "node:crypto";
import type { GrantedRole } from "#app/domain/permission.ts";
import { hashPassword } from "#app/session/passwords.server.ts";
import { createSessions } from "#app/session/sessions.server.ts";
import { grantRole, insertAccount } from "#app/store/accounts.server.ts";
import type { Visitor } from "./browser.ts";
import type { Site } from "./harness.ts";

export const PASSWORD = "a quiet lake in June";

export interface Person {
  id: string;
  email: string;
  name: string;
  /** The cookie of a session that has just begun. */
  cookie: { name: string; value: string };
}

let hash: ReturnType<typeof hashPassword> | undefined;

/** Makes an account with the usual password, and signs it in. */
export async function addPerson(
  site: Site,
  email: string,
  {
    name = "Anna Kavaleva",
    roles = [],
    language = "en",
  }: { name?: string; roles?: GrantedRole[]; language?: string } = {},
): Promise<Person> {
  hash ??= hashPassword(PASSWORD);
  const hashed = await hash;
  if (!hashed.ok) throw new Error("the password could not be hashed");
  const id = randomUUID();
  const createdAt = Date.now();
  await site.store.write(async (tx) => {
    await insertAccount(tx, { id, email, name, language, passwordHash: hashed.value, demo: false, createdAt });
    for (const role of roles) await grantRole(tx, { id: randomUUID(), accountId: id, role, at: createdAt });
  });
  return { id, email, name, cookie: await newSession(site, id) };
}

/** Signs an account in on one more device. */
export async function newSession(site: Site, accountId: string): Promise<Person["cookie"]> {
  const sessions = createSessions({ store: site.store, origin: site.origin, now: Date.now });
  const { cookie } = await site.store.write((tx) => sessions.start(tx, accountId));
  const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
  return { name, value };
}

/** Fills in the sign-in form that the visitor sees, or that of English where there is none, and sends it. */
export async function signIn(visitor: Visitor, { email, password = PASSWORD }: { email: string; password?: string }) {
  const { page } = visitor;
  if (!page.url().includes("/account/sign-in")) await visitor.goto("/en/account/sign-in");
  await page.fill("[name=email]", email);
  await page.fill("[name=password]", password);
  await page.click("main form button[type=submit]");
}
