import { attemptScore, isPassed } from "../attempt.ts";
import type { AssessmentRules } from "./rules.ts";

export interface Verdict {
  /** 0…1000, rounded down. */
  scorePermille: number;
  /** By module, in the order of the items; 0…1000, rounded down. */
  modules: { moduleId: string; scorePermille: number; neededPercent: number | null }[];
  passed: boolean;
}

/**
 * What an attempt is worth: the whole must reach the pass mark, and each module that has one of its own must reach that, too.
 * @param items the score of each drawn item, 0…1, and the module that it comes from; what was not answered is 0
 */
export function verdictOf(
  { passPercent, modulePassPercent }: Pick<AssessmentRules, "passPercent" | "modulePassPercent">,
  items: readonly { moduleId: string; score: number }[],
): Verdict {
  const scorePermille = attemptScore(items.map(({ score }) => score));
  const modules = [...new Set(items.map(({ moduleId }) => moduleId))].map((moduleId) => {
    const own = items.filter((item) => item.moduleId === moduleId).map(({ score }) => score);
    return { moduleId, scorePermille: attemptScore(own), neededPercent: modulePassPercent[moduleId] ?? null };
  });
  const enough = modules.every((one) => one.neededPercent === null || isPassed(one.scorePermille, one.neededPercent));
  // A module that must reach a mark and was not asked about has reached nothing.
  const asked = Object.keys(modulePassPercent).every((moduleId) => modules.some((one) => one.moduleId === moduleId));
  return {
    scorePermille,
    modules,
    passed: items.length > 0 && enough && asked && isPassed(scorePermille, passPercent),
  };
}
