/** Makes the demo people, once, and says who they are. */
import { randomUUID } from "node:crypto";
import type { GrantedRole } from "#app/domain/permission.ts";
import { env } from "#app/env.server.ts";
import { hashPassword } from "#app/session/passwords.server.ts";
import { findAccountByEmail, grantRole, insertAccount } from "#app/store/accounts.server.ts";
import { openStore } from "#app/store/open-store.server.ts";

/** Known to everyone: a production server refuses to start while one of these accounts exists. */
const PASSWORD = "a stone at every crossing";

const PEOPLE: { name: string; email: string; role: GrantedRole | null; does: string }[] = [
  { name: "Nadzeya Learner", email: "learner@example.org", role: null, does: "takes the course" },
  { name: "Siarhei Author", email: "author@example.org", role: "author", does: "reviews lessons" },
  { name: "Volha Issuer", email: "issuer@example.org", role: "issuer", does: "keeps the register of certificates" },
  { name: "Uladzimir Admin", email: "admin@example.org", role: "admin", does: "looks after the accounts" },
];

if (env.WAYMARK_MODE !== "demo") {
  process.stderr.write("Demo people are made in demo mode alone: WAYMARK_MODE=demo, or npm run demo.\n");
  process.exit(1);
}

const hashed = await hashPassword(PASSWORD);
if (!hashed.ok) throw new Error("The password of the demo people could not be hashed.");
const store = await openStore({ url: env.DATABASE_URL, now: Date.now });
const made = await store.write(async (tx) => {
  let count = 0;
  for (const { name, email, role } of PEOPLE) {
    if (await findAccountByEmail(tx, email)) continue;
    const id = randomUUID();
    const createdAt = Date.now();
    await insertAccount(tx, { id, email, name, language: "en", passwordHash: hashed.value, demo: true, createdAt });
    if (role) await grantRole(tx, { id: randomUUID(), accountId: id, role, at: createdAt });
    count += 1;
  }
  return count;
});
await store.close();

const lines = [
  made === 0 ? "The demo people and their data are as you left them." : `Made ${made} demo people.`,
  "",
  `  Open      ${env.ORIGIN}`,
  `  Check     ${env.ORIGIN}/en/verify`,
  `  Password  ${PASSWORD}   (the same for all of them)`,
  "",
  ...PEOPLE.map(({ email, does }) => `  ${email.padEnd(22)} ${does}`),
  "",
  "Mails are written to data/mail. Stop with Ctrl+C; the data stays in data/.",
];
process.stdout.write(`${lines.join("\n")}\n`);
