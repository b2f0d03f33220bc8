/** Numbers of editions, such as 2026.1: they stand on certificates, so they only rise, and none is used twice. */
import { z } from "zod";
import type { ContentProblem } from "./problem.ts";
import type { YamlFile } from "./read-yaml.ts";

export const EditionSchema = z
  .string()
  .trim()
  .min(1)
  .regex(/^\d{1,6}(?:\.\d{1,6})*$/, 'must be numbers with dots between them, such as "2026.1"');

interface Editions {
  edition: string;
  earlierEditions: readonly string[];
}

/** Whether each edition that `course.yaml` names is later than the one before it, and the course's own the latest. */
export function checkEditions<Course extends Editions>(
  file: string,
  read: Pick<YamlFile<Course>, "at">,
  { edition, earlierEditions }: Editions,
): ContentProblem[] {
  const last = earlierEditions.length;
  return [...earlierEditions, edition].flatMap((number, index, all): ContentProblem[] => {
    const before = all[index - 1];
    if (before === undefined || isLater(number, before)) return [];
    const own = index === last;
    return [
      {
        file,
        ...read.at(own ? ["edition"] : ["earlierEditions", index]),
        severity: "error",
        code: "edition-order",
        message: `The edition "${number}" is not later than the edition "${before}", which came before it.`,
        fix: own
          ? `Number it higher than "${before}": what stands on certificates is never used again.`
          : "List the earlier editions from the oldest to the newest, each once.",
      },
    ];
  });
}

/** Compares number by number: 2026.10 is later than 2026.9, and 2026.1 later than 2026. */
function isLater(one: string, other: string): boolean {
  const [numbers, others] = [one.split(".").map(Number), other.split(".").map(Number)];
  for (let index = 0; index < Math.max(numbers.length, others.length); index += 1) {
    const difference = (numbers[index] ?? -1) - (others[index] ?? -1);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
