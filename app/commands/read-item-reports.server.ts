import { definitionOf } from "#app/activities/definitions.ts";
import type { AnswerColumns, ItemFacts } from "#app/domain/item-statistics/answer-columns.ts";
import { type ItemReport, itemReports } from "#app/domain/item-statistics/item-report.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { findActivityVersions } from "#app/store/activity-versions.server.ts";
import { type GradedAttempt, listGradedAttempts } from "#app/store/graded-answers.server.ts";
import type { Services } from "./services.ts";

/** A pause is no time that an answer took; milliseconds. */
const LONGEST = 600_000;

/**
 * What the answers of a course's attempts say about its questions, each version for itself, in all and by language (in the order of
 * `LANGUAGES`). Reads every attempt that was handed in: for the terminal and for pages of authors, never for a learner's.
 */
export async function readItemReports(services: Pick<Services, "store">, courseId: string): Promise<ItemReport[]> {
  return services.store.read(async (db) => {
    const attempts = await listGradedAttempts(db, courseId);
    const facts = new Map<string, ItemFacts & { number: number }>();
    for (const { itemId, version } of attempts.flatMap(({ items }) => items)) {
      const name = `${itemId} ${version}`;
      if (!facts.has(name)) facts.set(name, { id: itemId, version, options: [], right: [], number: facts.size });
    }
    const records = await findActivityVersions(
      db,
      [...facts.values()].map(({ version }) => version),
    );
    for (const [name, known] of facts) {
      const record = records.get(known.version);
      if (record) facts.set(name, { ...known, ...optionsOf(record.public.en, record.key) });
    }
    return itemReports(columnsOf(attempts, facts), [...facts.values()], LANGUAGES.length);
  });
}

/** Of single and multiple choice; other kinds have no options to count. */
function optionsOf(activity: object, key: unknown): Pick<ItemFacts, "options" | "right"> {
  const { right } = (key ?? {}) as { right?: string | string[] };
  const options = "options" in activity && Array.isArray(activity.options) ? activity.options : [];
  if (right === undefined || options.length === 0) return { options: [], right: [] };
  return { options: options.map(({ id }: { id: string }) => id), right: [right].flat() };
}

function columnsOf(
  attempts: readonly GradedAttempt[],
  facts: ReadonlyMap<string, ItemFacts & { number: number }>,
): AnswerColumns {
  const rows = attempts.reduce((sum, { items }) => sum + items.length, 0);
  const columns: AnswerColumns = {
    person: new Int32Array(rows),
    attempt: new Int32Array(rows),
    item: new Int32Array(rows),
    language: new Uint8Array(rows),
    score: new Float32Array(rows),
    omitted: new Uint8Array(rows),
    chosen: new Int32Array(rows),
    seconds: new Float32Array(rows).fill(Number.NaN),
  };
  const people = new Map<string, number>();
  let row = 0;
  for (const [number, attempt] of attempts.entries()) {
    const person = people.get(attempt.accountId) ?? people.size;
    people.set(attempt.accountId, person);
    const seconds = secondsOf(attempt);
    // Who left a question open read it in the language of the other answers.
    const spoken = attempt.answers[0]?.language;
    for (const { itemId, version, kind, key } of attempt.items) {
      const known = facts.get(`${itemId} ${version}`);
      const answer = attempt.answers.find((one) => one.itemId === itemId);
      const response = answer?.response ?? null;
      columns.person[row] = person;
      columns.attempt[row] = number;
      columns.item[row] = known?.number ?? 0;
      columns.language[row] = Math.max(
        0,
        LANGUAGES.findIndex((one) => one === (answer?.language ?? spoken)),
      );
      columns.omitted[row] = response === null ? 1 : 0;
      columns.score[row] = response === null ? 0 : definitionOf(kind).grade(key, response).score;
      columns.chosen[row] = bitsOf(response, known?.options ?? []);
      columns.seconds[row] = seconds.get(itemId) ?? Number.NaN;
      row += 1;
    }
  }
  return columns;
}

function bitsOf(response: unknown, options: readonly string[]): number {
  return [response].flat().reduce<number>((bits, one) => {
    const place = options.indexOf(String(one));
    return place < 0 ? bits : bits | (1 << place);
  }, 0);
}

/** Seconds from the answer before, or from the start; answers that came in together, and long pauses, say nothing. */
function secondsOf({ answers, startedAt }: GradedAttempt): Map<string, number> {
  const seconds = new Map<string, number>();
  let before = startedAt;
  for (const { itemId, answeredAt } of answers.toSorted((a, b) => a.answeredAt - b.answeredAt)) {
    const took = answeredAt - before;
    if (took > 0 && took <= LONGEST) seconds.set(itemId, took / 1000);
    before = answeredAt;
  }
  return seconds;
}
