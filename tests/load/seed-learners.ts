/** Makes learners who are signed in, and prints the cookies of their sessions as JSON: `seed-learners.ts <count>`. */
import { randomUUID } from "node:crypto";
import { env } from "#app/env.server.ts";
import { createSessions } from "#app/session/sessions.server.ts";
import { insertAccount } from "#app/store/accounts.server.ts";
import { openStore } from "#app/store/open-store.server.ts";

const now = Date.now;
const store = await openStore({ url: env.DATABASE_URL, now });
const sessions = createSessions({ store, origin: env.ORIGIN, now });
const learners = await store.write(async (tx) => {
  const made: { id: string; cookie: string }[] = [];
  for (let count = Number(process.argv[2]); count > 0; count -= 1) {
    const id = randomUUID();
    // Nobody signs in with this: no password has it as its hash.
    const account = {
      email: `${id}@example.org`,
      name: "Alena Kavalenka",
      language: "en",
      passwordHash: "-",
      demo: false,
    };
    await insertAccount(tx, { id, ...account, createdAt: now() });
    const { cookie } = await sessions.start(tx, id);
    made.push({ id, cookie: cookie.split(";")[0] ?? "" });
  }
  return made;
});
await store.close();
process.stdout.write(JSON.stringify(learners));
