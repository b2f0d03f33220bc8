/** The disk fills up while answers come in. Needs a small file system of its own, and so the rights to mount one. */
import { spawnSync } from "node:child_process";
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { itemsOn, Learner, textOf } from "../load/learner.mjs";
import { Line } from "../load/line.mjs";
import { answerTo, lessons, quizPath } from "./course.ts";
import { Ledger } from "./ledger.ts";
import { freshFolder, freshInstallation, signedInLearners, startServer } from "./server-process.ts";

/** More answers than ever fit into the log that is on the disk already. */
const MOST = 20_000;

test("on a full disk answers are refused and pages go on, nothing acknowledged is lost, and space is all it takes to go on", async ({
  skip,
}) => {
  const folder = freshFolder();
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=16m", "tmpfs", folder]);
  if (mounted.status !== 0)
    return skip("This test mounts a small file system, which only root may, and not in every container.");
  onTestFinished(() => void spawnSync("umount", ["--lazy", folder]));

  const installation = await freshInstallation(folder);
  const [account] = await signedInLearners(installation, 1);
  if (!account) throw new Error("There is a learner.");
  const server = await startServer(installation);
  onTestFinished(() => server.end("SIGTERM"));
  const line = new Line(installation.port);
  onTestFinished(() => line.close());
  const learner = new Learner(line, { origin: installation.origin, cookie: account.cookie });
  const ledger = new Ledger();

  const attempt = (await learner.post(quizPath, {})).headers.location ?? "";
  const attemptId = attempt.split("/").at(-1) ?? "";
  ledger.attempts.set(attemptId, account.id);
  const items = itemsOn(textOf(await learner.read(attempt)));

  const filler = join(folder, "filler");
  fill(filler);
  let sent = 0;
  let refused = await answer();
  while (refused.status === 200 && sent < MOST) refused = await answer();
  expect(refused.status).toBe(503);
  expect(refused.headers["retry-after"]).toMatch(/^\d+$/);

  for (const path of [attempt, lessons[0]?.path ?? "", "/en/dashboard"]) {
    expect((await learner.read(path)).status, path).toBe(200);
  }
  const form = await learner.post(lessons[0]?.path ?? "", { intent: "complete" });
  expect(form.status).toBe(503);
  await ledger.check(installation.file);

  rmSync(filler);
  expect((await answer()).status).toBe(200);
  expect((await learner.post(attempt, { intent: "submit-anyway" })).status).toBe(303);
  ledger.handedIn.add(attemptId);
  await ledger.check(installation.file);
  expect(() => process.kill(server.pid, 0), "the same process").not.toThrow();

  /** Gives another answer and enters it if it was acknowledged. */
  async function answer() {
    const itemId = items[sent % items.length] ?? "";
    const { fields, response } = answerTo(itemId, { wrong: sent % 3 === 0 });
    sent += 1;
    const reply = await learner.saveAnswer(attemptId, itemId, fields);
    if (reply.status === 200) ledger.answers.set(`${attemptId} ${itemId}`, { kept: response, sent: undefined });
    return reply;
  }
});

/** Writes until there is no space left for one byte more. */
function fill(path: string): void {
  const file = openSync(path, "w");
  for (let size = 1 << 20; size >= 1; ) {
    try {
      if (writeSync(file, Buffer.alloc(size)) < size) size = size >> 1;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      size = size >> 1;
    }
  }
  closeSync(file);
}
