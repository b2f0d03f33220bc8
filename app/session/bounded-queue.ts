/** Runs costly work a few at a time, and refuses what would wait too long: a full house is told at once, not after a timeout. */
import { accept, refuse, type Result } from "#app/domain/result.ts";

export interface BoundedQueue {
  /** @returns the work's value, or `too-busy`; what the work throws, this throws */
  run<T>(work: () => Promise<T>): Promise<Result<T, "too-busy">>;
}

/**
 * @param running how many run at the same time
 * @param waiting how many may wait for a place; the next one is refused
 */
export function createBoundedQueue({ running, waiting }: { running: number; waiting: number }): BoundedQueue {
  let free = running;
  const line: (() => void)[] = [];
  return {
    async run(work) {
      if (free > 0) free -= 1;
      else if (line.length < waiting) await new Promise<void>((resolve) => line.push(resolve));
      else return refuse("too-busy");
      try {
        return accept(await work());
      } finally {
        // The place goes to the first in line without becoming free, so that nobody slips in between.
        const next = line.shift();
        if (next) next();
        else free += 1;
      }
    },
  };
}
