import type { ActivityTag, SyntaxTools } from "../activity-syntax.ts";
import type { WrittenScene } from "./read-scene.ts";
import type { Scene } from "./walk.ts";

/**
 * Reports scenes that nobody reaches and scenes from which no ending can be reached.
 * @param written the same scenes as their author wrote them
 * @returns whether every walk ends or can go on to an end
 */
export function checkGraph(
  scenes: readonly Scene[],
  written: readonly WrittenScene[],
  tag: ActivityTag,
  tools: SyntaxTools,
): boolean {
  if (!scenes.some(({ ending }) => ending)) {
    tools.report(
      "scenario-without-ending",
      tag.node,
      `<Scenario id="${tag.id}"> has no ending.`,
      "Begin the heading of a scene that closes the case with “Ending:” («Финал:», «Фінал:»).",
    );
    return false;
  }
  const onward = (scene: Scene) => scene.ways.map(({ to }) => to);
  const back = (scene: Scene) => scenes.filter((one) => onward(one).includes(scene.id)).map(({ id }) => id);
  const headingOf = (scene: Scene) => written[scenes.indexOf(scene)]?.heading ?? tag.node;

  const reached = reachedFrom(scenes.slice(0, 1), onward, scenes);
  const lost = first(scenes.filter(({ id }) => !reached.has(id)));
  for (const scene of lost) {
    tools.report(
      "scene-unreached",
      headingOf(scene),
      `No way leads from the first scene to “${scene.title}” of <Scenario id="${tag.id}">.`,
      "Let a choice lead there, or take the scene out.",
    );
  }
  if (lost.length > 0) return false;

  const closing = reachedFrom(
    scenes.filter(({ ending }) => ending),
    back,
    scenes,
  );
  const endless = first(scenes.filter(({ id }) => !closing.has(id)));
  for (const scene of endless) {
    tools.report(
      "scene-without-end",
      headingOf(scene),
      `From “${scene.title}” of <Scenario id="${tag.id}"> no way leads to an ending.`,
      "Let one of the ways that go on from there come to an ending.",
    );
  }
  return endless.length === 0;

  /** Those to which none of the others before them leads: what follows from one fault is told once. */
  function first(faulty: readonly Scene[]): Scene[] {
    const told = new Set<string>();
    return faulty.filter((scene) => {
      if (told.has(scene.id)) return false;
      for (const id of reachedFrom([scene], onward, scenes)) told.add(id);
      return true;
    });
  }
}

function reachedFrom(
  start: readonly Scene[],
  next: (scene: Scene) => readonly string[],
  scenes: readonly Scene[],
): Set<string> {
  const byId = new Map(scenes.map((scene) => [scene.id, scene]));
  const reached = new Set(start.map(({ id }) => id));
  // A set is walked to its end, whatever is added on the way.
  for (const id of reached) {
    const scene = byId.get(id);
    for (const one of scene ? next(scene) : []) reached.add(one);
  }
  return reached;
}
