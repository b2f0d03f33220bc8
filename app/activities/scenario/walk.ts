/**
 * How a learner goes through a scenario. Where they stand is never kept: it is worked out from the choices that led there, so that
 * going back is forgetting the last choice.
 */
import type { RichNode } from "#app/domain/rich-text.ts";

/** A way on from a scene: a choice, or the only way from a scene that offers none. */
export interface Way {
  /** `a`, `b` … in the order of the file. */
  id: string;
  /** Of the choice; empty for the only way on. */
  words: string;
  /** Id of the scene that it leads to. */
  to: string;
  /** What it does to each meter, in the order of the meters: −2…2. */
  effects: number[];
  /** What follows from the choice, and what the norm says; empty for the only way on. */
  norm: RichNode[];
}

export interface Scene {
  /** `n1`, `n2` … in the order of the file, the same in every language. */
  id: string;
  title: string;
  text: RichNode[];
  ending: boolean;
  ways: Way[];
}

export interface Step {
  scene: Scene;
  way: Way;
}

export type Level = "low" | "some" | "good";

/** Of a walk; who has gone in circles so often begins again. */
export const MAX_STEPS = 150;

/** How far a meter goes from its beginning, in either direction. */
const FARTHEST = 2;

/**
 * The steps of a path, from the first scene on.
 * @param path ids of ways; what does not lead on from where it stands ends it, and so does the longest walk
 */
export function stepsOf(scenes: readonly Scene[], path: readonly string[]): Step[] {
  const steps: Step[] = [];
  let scene = scenes[0];
  for (const id of path.slice(0, MAX_STEPS)) {
    const way = scene?.ways.find((one) => one.id === id);
    if (!scene || !way) break;
    steps.push({ scene, way });
    scene = scenes.find((one) => one.id === way.to);
  }
  return steps;
}

/** The scene in which these steps end. @throws Error for a scenario that the compiler would not have let through */
export function sceneAfter(scenes: readonly Scene[], steps: readonly Step[]): Scene {
  const last = steps.at(-1);
  const scene = last ? scenes.find(({ id }) => id === last.way.to) : scenes[0];
  if (!scene) throw new Error(`There is no scene "${last?.way.to ?? "n1"}".`);
  return scene;
}

/**
 * How each meter stands after these steps. All of them begin in the middle.
 * @param count how many meters there are
 * @returns −2…2 for each
 */
export function metersAfter(count: number, steps: readonly Step[]): number[] {
  const meters = Array.from({ length: count }, () => 0);
  for (const { way } of steps) {
    for (const index of meters.keys()) {
      const moved = (meters[index] ?? 0) + (way.effects[index] ?? 0);
      meters[index] = Math.max(-FARTHEST, Math.min(FARTHEST, moved));
    }
  }
  return meters;
}

/** @param meter −2…2 */
export function levelOf(meter: number): Level {
  return meter < 0 ? "low" : meter > 0 ? "good" : "some";
}
