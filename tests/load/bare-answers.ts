/**
 * Two limits of durable answers, one after the other, on the disk of the product's database:
 * one-row inserts, each in its own transaction with `synchronous=FULL`; then the product's own `saveAnswers` from as many
 * callers as there are clients, without HTTP. `bare-answers.ts <folder> <seconds> <callers>` prints both as JSON.
 */
import { randomUUID } from "node:crypto";
import path from "node:path";
import { listCourses } from "#app/catalogue/courses.ts";
import { saveAnswers } from "#app/commands/save-answers.server.ts";
import { startAttempt } from "#app/commands/start-attempt.server.ts";
import { insertAccount } from "#app/store/accounts.server.ts";
import { findAttempt } from "#app/store/attempts.server.ts";
import { openStore } from "#app/store/open-store.server.ts";
import { openAnswers } from "./one-row-inserts.ts";

const [folder = ".", seconds = "5", callers = "200"] = process.argv.slice(2);
const milliseconds = Number(seconds) * 1000;

process.stdout.write(JSON.stringify({ raw: rawInserts(), inProcess: await inProcess() }));

/** @returns inserts a second, and how long one took in milliseconds */
function rawInserts() {
  const insert = openAnswers(path.join(folder, "raw.sqlite"));
  const figures = timed();
  while (figures.running()) {
    const start = performance.now();
    insert.run(randomUUID(), "attempt", "item", '"b"', Date.now());
    figures.note(start);
  }
  insert.database.close();
  return figures.result();
}

/** @returns answers a second, and how long one took in milliseconds */
async function inProcess() {
  const store = await openStore({ url: `file:${path.join(folder, "in-process.sqlite")}`, now: Date.now });
  const services = { store, now: Date.now, newId: randomUUID, secret: "a secret of the benchmark alone" };
  const course = listCourses()[0];
  const module = course?.modules[0];
  if (!course || !module) throw new Error("There is no course to take.");

  const attempts = await Promise.all(
    Array.from({ length: Number(callers) }, async (_, index) => {
      const accountId = randomUUID();
      const account = { email: `${index}@example.org`, name: "Alena", language: "en", passwordHash: "-", demo: false };
      await store.write((tx) => insertAccount(tx, { id: accountId, ...account, createdAt: Date.now() }));
      const attemptId = await startAttempt(services, { accountId, course, module });
      const attempt = await store.read((db) => findAttempt(db, { accountId, attemptId }));
      const choices = (attempt?.items ?? []).filter((item) => item.kind !== "match");
      return { accountId, attemptId, choices };
    }),
  );
  const figures = timed();
  await Promise.all(
    attempts.map(async ({ accountId, attemptId, choices }) => {
      for (let seq = 1; figures.running(); seq += 1) {
        const item = choices[seq % choices.length];
        const fields = new URLSearchParams([[`${item?.itemId}.answer`, item?.order[0] ?? ""]]);
        const given = { accountId, attemptId, itemIds: [item?.itemId ?? ""], fields, seq, language: "en" } as const;
        const start = performance.now();
        if (!(await saveAnswers(services, given)).ok) throw new Error("An answer was refused.");
        figures.note(start);
      }
    }),
  );
  await store.close();
  return figures.result();
}

/** Warms up for a fifth of the time, then counts. */
function timed() {
  const begin = performance.now() + milliseconds / 5;
  const end = begin + milliseconds;
  const took: number[] = [];
  return {
    running: () => performance.now() < end,
    note(start: number): void {
      if (start >= begin) took.push(performance.now() - start);
    },
    result() {
      took.sort((a, b) => a - b);
      const percentile = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
      const elapsed = milliseconds / 1000;
      return {
        rounds: took.length,
        seconds: elapsed,
        p50: percentile(0.5),
        p95: percentile(0.95),
        p99: percentile(0.99),
      };
    },
  };
}
