/** A simulated cohort with items of known faults: who knows more answers better, and nothing else decides. */
import type { AnswerColumns, ItemFacts } from "#app/domain/item-statistics/answer-columns.ts";

export interface SimulatedItem {
  id: string;
  /** Logits: the higher, the harder. */
  difficulty: number;
  /** 1 is usual; below 0 those who know more err more. */
  slope: number;
  /** How much harder it is in each language, in logits. */
  harderIn?: Partial<Record<number, number>>;
  /** How those who err choose among b, c and d. */
  lures: readonly [number, number, number];
}

/** A small generator with a seed (Mulberry32): the same cohort on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * @param people how many; their knowledge is spread normally, lower by `gap` logits in the second and third language
 * @param drawn how many items each of their attempts has
 */
export function simulate(
  items: readonly SimulatedItem[],
  given: { people: number; drawn: number; gap: number; seed: number; attempts?: number },
): { columns: AnswerColumns; facts: ItemFacts[] } {
  const { people, drawn, gap, seed, attempts = 1 } = given;
  const random = randomFrom(seed);
  const rows = people * attempts * drawn;
  const columns: AnswerColumns = {
    person: new Int32Array(rows),
    attempt: new Int32Array(rows),
    item: new Int32Array(rows),
    language: new Uint8Array(rows),
    score: new Float32Array(rows),
    omitted: new Uint8Array(rows),
    chosen: new Int32Array(rows),
    seconds: new Float32Array(rows),
  };
  const pool = items.map((_, index) => index);
  for (let person = 0, row = 0; person < people; person += 1) {
    const language = person % 2 === 0 ? 0 : person % 4 === 1 ? 1 : 2;
    const knowledge =
      Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()) - (language > 0 ? gap : 0);
    for (let answer = 0; answer < attempts * drawn; answer += 1, row += 1) {
      const place = answer % drawn;
      const other = place + Math.floor(random() * (pool.length - place));
      [pool[place], pool[other]] = [pool[other] ?? 0, pool[place] ?? 0];
      const number = pool[place] ?? 0;
      const item = items[number];
      if (!item) throw new Error("The pool is empty.");
      const logit = item.slope * (knowledge - item.difficulty) - (item.harderIn?.[language] ?? 0);
      const right = random() < 1 / (1 + Math.exp(-logit));
      columns.person[row] = person;
      columns.attempt[row] = person * attempts + Math.floor(answer / drawn);
      columns.item[row] = number;
      columns.language[row] = language;
      columns.score[row] = right ? 1 : 0;
      columns.chosen[row] = right ? 1 : 2 << lured(item.lures, random());
      columns.seconds[row] = 20 + 60 * random();
    }
  }
  const facts = items.map(({ id }) => ({ id, version: "1", options: ["a", "b", "c", "d"], right: ["a"] }));
  return { columns, facts };
}

function lured(lures: readonly number[], chance: number): number {
  let left = chance * lures.reduce((sum, one) => sum + one, 0);
  return Math.max(
    0,
    lures.findIndex((one) => {
      left -= one;
      return left < 0;
    }),
  );
}
