import { drawItems, type Rank, ranked } from "../attempt.ts";
import type { AssessmentRules, PoolItem } from "./rules.ts";

/**
 * Draws the items of a module's quiz: most from its own pool, `returning` of them from pools of modules before it, every outcome once before any
 * comes twice.
 * @param pool its own items
 * @param earlier items of the modules before it; where there are too few, its own take their place
 * @param seen ids that the learner has met in earlier attempts: others of the same outcome come first, so that a new attempt is a new one
 * @param rank the attempt's own order
 * @returns ids in the order in which they are shown
 */
export function drawQuiz(
  rules: Pick<AssessmentRules, "items" | "returning">,
  { pool, earlier, seen }: { pool: readonly PoolItem[]; earlier: readonly PoolItem[]; seen: ReadonlySet<string> },
  rank: Rank,
): string[] {
  const order = freshFirst(seen, rank);
  const back = drawItems(earlier, Math.min(rules.returning, rules.items), order);
  const own = drawItems(pool, rules.items - back.length, order);
  return ranked([...own, ...back], rank);
}

/**
 * Draws the items of an assessment over all modules: from each module equally many, about at least `outcomesPerModule` of its outcomes.
 * @param pool items of all modules, in the order of the modules
 * @returns ids in the order in which they are shown
 */
export function drawExam(
  rules: Pick<AssessmentRules, "items">,
  { pool, seen }: { pool: readonly PoolItem[]; seen: ReadonlySet<string> },
  rank: Rank,
): string[] {
  const order = freshFirst(seen, rank);
  const modules = [...new Set(pool.map(({ moduleId }) => moduleId))];
  const each = Math.floor(rules.items / Math.max(1, modules.length));
  // What cannot be shared out evenly goes to modules in an order of the attempt's own.
  const more = new Set(ranked(modules, rank).slice(0, rules.items - each * modules.length));
  const drawn = modules.flatMap((moduleId) =>
    drawItems(
      pool.filter((item) => item.moduleId === moduleId),
      each + (more.has(moduleId) ? 1 : 0),
      order,
    ),
  );
  return ranked(drawn, rank);
}

/** The same order, with what was met before behind what was not. Outcomes are ranked by the same function and are never "met". */
function freshFirst(seen: ReadonlySet<string>, rank: Rank): Rank {
  return (text) => `${seen.has(text) ? 1 : 0}${rank(text)}`;
}
