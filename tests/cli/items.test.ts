import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { ActivityRecord } from "#app/activities/activity.ts";
import { insertAccount } from "#app/store/accounts.server.ts";
import { keepActivityVersions } from "#app/store/activity-versions.server.ts";
import { insertAttempt, saveAttemptAnswer, submitAttempt } from "#app/store/attempts.server.ts";
import { openStore } from "#app/store/open-store.server.ts";
import { randomFrom } from "../domain/item-statistics/cohort.ts";

const NOW = Date.UTC(2026, 10, 25, 9);

/** Three questions with options a to d of which a is right, and "backwards", which those who know more get wrong. */
const IDS = ["sound-1", "sound-2", "sound-3", "backwards"];

function recordOf(id: string): ActivityRecord {
  const options = ["a", "b", "c", "d"].map((option) => ({ id: option, text: [option] }));
  const question = { kind: "single", id, outcome: "m1.o1", setting: [], stem: ["?"], options, fixed: false };
  const feedback = { parts: {}, explanation: [] };
  return {
    id,
    kind: "single",
    version: `version-${id}`,
    key: { right: "a" },
    public: { en: question, ru: question, be: question },
    feedback: { en: feedback, ru: feedback, be: feedback },
  };
}

async function installation(people: number) {
  const folder = await mkdtemp(join(tmpdir(), "waymark-items-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const url = `file:${join(folder, "waymark.sqlite")}`;
  const store = await openStore({ url, now: () => NOW });
  const random = randomFrom(11);
  const items = IDS.map((itemId) => ({
    itemId,
    kind: "single",
    version: `version-${itemId}`,
    order: [],
    key: { right: "a" },
  }));
  await store.write((tx) => keepActivityVersions(tx, IDS.map(recordOf)));
  for (let person = 0; person < people; person += 1) {
    const [accountId, attemptId] = [randomUUID(), randomUUID()];
    const knows = person % 2 === 0;
    await store.write(async (tx) => {
      const account = { id: accountId, email: `secret-${person}@example.org`, name: "Secret Name", language: "be" };
      await insertAccount(tx, { ...account, passwordHash: "x", demo: false, createdAt: NOW });
      const attempt = { id: attemptId, accountId, courseId: "course", moduleId: "m", edition: "1", number: 1, items };
      await insertAttempt(tx, { ...attempt, startedAt: NOW });
      for (const [place, itemId] of IDS.entries()) {
        if (person === 1 && place === 0) continue;
        const likely = knows === (itemId !== "backwards") ? 0.85 : 0.25;
        const response = random() < likely ? "a" : random() < 0.5 ? "b" : "c";
        const answer = { id: randomUUID(), accountId, attemptId, itemId, response, confidence: null, seq: 1 };
        await saveAttemptAnswer(tx, { ...answer, language: "be", answeredAt: NOW + (place + 1) * 20_000 });
      }
      await submitAttempt(tx, { accountId, attemptId, submittedAt: NOW + 100_000, scorePermille: 500, passed: false });
    });
  }
  await store.close();
  return async (args: string[]) => {
    const child = spawn(process.execPath, ["--import", "tsx", "app/cli/items.ts", ...args], {
      env: { ...process.env, DATABASE_URL: url },
    });
    let said = "";
    child.stdout.on("data", (chunk) => (said += chunk));
    child.stderr.on("data", (chunk) => (said += chunk));
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    return { code, said };
  };
}

test("the terminal names the question that those who know more get wrong, and what nobody falls for", async () => {
  const items = await installation(200);
  const { code, said } = await items(["course"]);
  expect(code).toBe(0);
  const lineOf = (id: string) => said.split("\n").find((line) => line.startsWith(id)) ?? "";
  expect(lineOf("backwards")).toContain("those who know more err more");
  expect(lineOf("backwards")).toContain("nobody falls for d");
  expect(lineOf("sound-1")).toMatch(/^sound-1 +versio +200 /);
  expect(lineOf("sound-1")).not.toContain("err more");
  expect(said).not.toContain("secret");

  const { said: csv } = await items(["course", "--csv"]);
  const rows = csv
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  expect(rows[0]?.slice(0, 5)).toEqual(["question", "version", "language", "answers", "facility"]);
  expect(rows.map((row) => row.slice(0, 4).join(" "))).toContain("sound-1 version-sound-1 be 200");
  // Nobody answered in English: no figure, and none to guess from.
  expect(rows.find((row) => row[0] === "sound-1" && row[2] === "en")?.[3]).toBe("");
  // One of 200 left it open; each answer came 20 seconds after the one before.
  expect(rows.find((row) => row[0] === "sound-1" && row[2] === "all")?.slice(10, 12)).toEqual(["0.005", "20"]);
  expect(csv).not.toContain("ecret");
});

test("under thirty answers the terminal shows no figure", async () => {
  const items = await installation(12);
  const { said } = await items(["course"]);
  expect(said).toMatch(/^sound-1 +versio +under 30 +– +– +– +– +–$/m);
});

test("a course at which nobody has handed in an attempt is told in a sentence", async () => {
  const items = await installation(0);
  expect(await items(["course"])).toEqual({ code: 0, said: "Nobody has handed in an attempt at this course yet.\n" });
});
