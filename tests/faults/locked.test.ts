/** Another process, such as a backup or somebody's shell, keeps the database from being written for longer than the server waits. */
import { randomUUID } from "node:crypto";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { itemsOn, Learner, textOf } from "../load/learner.mjs";
import { Line } from "../load/line.mjs";
import { answerTo, lessons, quizPath } from "./course.ts";
import { formOf, languageOf } from "./form-page.ts";
import { Ledger } from "./ledger.ts";
import {
  freshInstallation,
  type Installation,
  type ServerProcess,
  signedInLearners,
  startServer,
} from "./server-process.ts";

let installation: Installation;
let server: ServerProcess;
let other: Database.Database;
let attempt = "";
let attemptId = "";
let itemId = "";
const lines: Line[] = [];
const learners: Learner[] = [];
const lesson = lessons.find(({ activities }) => activities.length > 0);

beforeAll(async () => {
  installation = await freshInstallation();
  const accounts = await signedInLearners(installation, 2);
  server = await startServer(installation);
  other = new Database(installation.file);
  for (const { cookie } of accounts) {
    const line = new Line(installation.port);
    lines.push(line);
    learners.push(new Learner(line, { origin: installation.origin, cookie }));
  }
  attempt = (await first().post(quizPath, {})).headers.location ?? "";
  attemptId = attempt.split("/").at(-1) ?? "";
  [itemId = ""] = itemsOn(textOf(await first().read(attempt)));
});

afterAll(async () => {
  other.close();
  for (const line of lines) line.close();
  await server.end("SIGTERM");
});

test.each(["ru", "be", "en"])(
  "a form in %s that cannot be stored comes back in that language, ready to be sent again",
  async (language) => {
    const path = attempt.replace("/en/", `/${language}/`);
    const { fields, response } = answerTo(itemId, { wrong: language !== "en" });
    const refused = await whileLocked(() => first().post(path, [["item", itemId], ...fields, ["intent", "save"]]));
    expect(refused.status).toBe(503);
    expect(refused.headers["retry-after"]).toMatch(/^\d+$/);
    const page = textOf(refused);
    expect(languageOf(page)).toBe(language);
    const again = formOf(page);
    expect(again.action).toBe(path);
    expect(again.fields).toEqual([["item", itemId], ...fields, ["intent", "save"]]);

    expect((await first().post(again.action, again.fields)).status).toBe(200);
    expect(stored()).toEqual([{ item_id: itemId, response: JSON.stringify(response) }]);
  },
);

test("a name that was typed is kept on the page, a password is not", async () => {
  const password = "a river under three bridges";
  const typed = { name: "Ганна “Hanna” O'Neil & <Co>", email: "hanna@example.org" };
  const path = "/be/account/sign-up";
  const refused = await whileLocked(() => first().post(path, { ...typed, name: "Ганна О’Ніл", password }));
  expect(refused.status).toBe(503);
  const page = textOf(refused);
  expect(languageOf(page)).toBe("be");
  expect(page).not.toContain(password);
  expect(Object.fromEntries(formOf(page).fields)).toMatchObject({ name: "Ганна О’Ніл", email: typed.email });
});

test("an answer in a lesson that was sent, refused and sent twice more counts once", async () => {
  const [activityId = ""] = lesson?.activities ?? [];
  const { fields } = answerTo(activityId);
  const answerId = randomUUID();
  const form = [["activity", activityId], ["answerId", answerId], ...fields, ["intent", "answer"]];
  const refused = await whileLocked(() => first().post(lesson?.path ?? "", form));
  expect(refused.status).toBe(503);
  const again = formOf(textOf(refused));
  expect(again.fields).toEqual(form);
  for (let sent = 0; sent < 2; sent += 1) expect((await first().post(again.action, again.fields)).status).toBe(303);
  expect(other.prepare("SELECT id FROM activity_answers").all()).toEqual([{ id: answerId }]);
});

test("the address for answers says that it cannot store one, and stores it when it is sent again", async () => {
  const { fields, response } = answerTo(itemId);
  const refused = await whileLocked(() => first().saveAnswer(attemptId, itemId, fields));
  expect(refused.status).toBe(503);
  expect(refused.headers["retry-after"]).toMatch(/^\d+$/);
  expect(JSON.parse(textOf(refused))).toEqual({ problem: "store-unavailable" });
  expect((await first().saveAnswer(attemptId, itemId, fields)).status).toBe(200);
  expect(stored()).toEqual([{ item_id: itemId, response: JSON.stringify(response) }]);
});

test("while one learner's answer waits for the lock, others read on", async () => {
  const { fields } = answerTo(itemId);
  other.exec("BEGIN IMMEDIATE");
  let waiting = true;
  const saving = first()
    .saveAnswer(attemptId, itemId, fields)
    .finally(() => {
      waiting = false;
    });
  for (const path of [lesson?.path ?? "", "/en/dashboard", quizPath, "/readyz", lesson?.path ?? ""]) {
    expect((await second().read(path)).status, path).toBe(200);
  }
  expect(waiting, "the answer still waits").toBe(true);
  other.exec("COMMIT");
  expect((await saving).status, "and is stored when the lock is gone in time").toBe(200);
});

test("afterwards the same process works on, and its data is whole", async () => {
  expect((await second().post(quizPath, {})).status).toBe(303);
  await new Ledger().check(installation.file);
  expect(() => process.kill(server.pid, 0)).not.toThrow();
});

function first(): Learner {
  return learnerAt(0);
}

function second(): Learner {
  return learnerAt(1);
}

function learnerAt(place: number): Learner {
  const learner = learners[place];
  if (!learner) throw new Error("Nobody is signed in yet.");
  return learner;
}

/** Does something while this process holds the lock, however long it takes. */
async function whileLocked<Value>(work: () => Promise<Value>): Promise<Value> {
  other.exec("BEGIN EXCLUSIVE");
  try {
    return await work();
  } finally {
    other.exec("ROLLBACK");
  }
}

function stored(): unknown[] {
  return other.prepare("SELECT item_id, response FROM attempt_answers WHERE attempt_id = ?").all(attemptId);
}
