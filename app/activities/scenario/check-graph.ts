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
  const reached = reachedFrom(scenes.slice(0, 1), (scene) => scene.ways.map(({ to }) => to), scenes);
  const endings = scenes.filter(({ ending }) => ending);
  const leadingTo = (scene: Scene) =>
    scenes.filter(({ ways }) => ways.some(({ to }) => to === scene.id)).map(({ id }) => id);
  const ending = reachedFrom(endings, leadingTo, scenes);
  let whole = true;
  for (const [index, { id, title }] of scenes.entries()) {
    const node = written[index]?.heading ?? tag.node;
    if (!reached.has(id)) {
      tools.report(
        "scene-unreached",
        node,
        `No way leads from the first scene to “${title}” of <Scenario id="${tag.id}">.`,
        "Let a choice lead there, or take the scene out.",
      );
      whole = false;
    } else if (!ending.has(id)) {
      tools.report(
        "scene-without-end",
        node,
        `From “${title}” of <Scenario id="${tag.id}"> no way leads to an ending.`,
        "Let one of the ways that go on from there come to an ending.",
      );
      whole = false;
    }
  }
  return whole;
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
