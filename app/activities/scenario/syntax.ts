import type { RichNode } from "#app/domain/rich-text.ts";
import type { ActivitySyntax, ActivityTag, SyntaxTools } from "../activity-syntax.ts";
import type { MarkdownNode } from "../markdown-node.ts";
import { checkGraph } from "./check-graph.ts";
import type { ScenarioPublic } from "./definition.ts";
import { nameOf, type PartKind, partsOf, type ScenarioPart } from "./headings.ts";
import { metersOf } from "./meter-names.ts";
import { readScene, type WrittenScene } from "./read-scene.ts";
import type { Scene } from "./walk.ts";
import { weightOf, type WrittenWay } from "./ways.ts";

const LETTERS = "abcde";
const MOST_SCENES = 60;

/**
 * A `<Scenario>`: the case and the question; a `###` heading for each scene with its choices, each with the heading of the next scene and what
 * follows from it; endings; the debrief; the summary for whoever skips it.
 */
export const scenarioSyntax: ActivitySyntax = {
  kind: "scenario",
  reads: (tag) => tag.tag === "Scenario",
  parse(tag, tools) {
    const { before, parts } = partsOf(tag.node.children ?? []);
    const stem = before.at(-1);
    const asks = stem?.type === "paragraph";
    if (!asks) {
      tools.report(
        "scenario-without-stem",
        tag.node,
        `<Scenario id="${tag.id}"> does not say who one is and what one has to do.`,
        "Write it as a paragraph above the first heading.",
      );
    }
    const note = (tag.attributes.get("note") ?? "").replace(/\s+/g, " ").trim();
    const debrief = closingPart("debrief", parts, tag, tools);
    const summary = closingPart("summary", parts, tag, tools);
    if (!parts.some(({ kind }) => kind === "debrief")) {
      tools.report(
        "scenario-without-debrief",
        tag.node,
        `<Scenario id="${tag.id}"> does not say at its end what the norm says.`,
        "Write it under a last heading “### Debrief” («Разбор»).",
      );
    }
    if (note !== "" && !parts.some(({ kind }) => kind === "summary")) {
      tools.report(
        "scenario-without-summary",
        tag.node,
        `<Scenario id="${tag.id}"> warns of what it touches and has no summary for whoever skips it.`,
        "Write it under a heading “### Summary” («Кратко», «Коратка»).",
      );
    }
    const scenes = scenesOf(parts, tag, tools);
    if (!asks || !stem || !debrief || !summary || !scenes) return null;
    const activity: ScenarioPublic = {
      kind: "scenario",
      id: tag.id,
      outcome: tag.outcome,
      setting: tools.blocks(before.slice(0, -1)),
      stem: tools.inline(stem.children ?? []),
      note,
      meters: metersIn(tag),
      scenes,
      debrief,
      summary,
    };
    return {
      public: activity,
      key: scenes.map(({ ending, ways }) => [ending, ...ways.map(({ to, effects }) => [to, effects])]),
      feedback: { parts: {}, explanation: [] },
      parts: {
        scenes: scenes.length,
        choices: scenes.flatMap(({ ways }) => ways).length,
        meters: activity.meters.length,
        "content notes": note === "" ? 0 : 1,
        summaries: summary.length === 0 ? 0 : 1,
      },
    };
  },
};

/** The debrief or the summary as formatted text, empty without one; null when it is broken, which was reported then. */
function closingPart(
  kind: PartKind,
  parts: readonly ScenarioPart[],
  tag: ActivityTag,
  tools: SyntaxTools,
): RichNode[] | null {
  const [first, second] = parts.filter((part) => part.kind === kind);
  if (second) repeated(second.heading, `a second ${kind}`, tag, tools);
  if (first && first.nodes.length === 0) {
    tools.report(
      "scene-empty",
      first.heading,
      `The ${kind} of <Scenario id="${tag.id}"> is empty.`,
      "Write it, or take the heading out.",
    );
  }
  const text = tools.blocks(first?.nodes ?? []);
  return second || first?.nodes.length === 0 ? null : text;
}

function scenesOf(parts: readonly ScenarioPart[], tag: ActivityTag, tools: SyntaxTools): Scene[] | null {
  const told = parts.filter(({ kind }) => kind === "scene" || kind === "ending");
  if (told.length === 0 || told.length > MOST_SCENES) {
    tools.report(
      told.length === 0 ? "scenario-without-scenes" : "scenario-too-big",
      tag.node,
      `<Scenario id="${tag.id}"> has ${told.length === 0 ? "no scene" : `${told.length} scenes`}.`,
      told.length === 0
        ? "Begin each scene with a heading: ### and its name."
        : `Write at most ${MOST_SCENES}, or make two scenarios of it.`,
    );
    return null;
  }
  const known = new Map<string, string>();
  let whole = true;
  for (const [index, { title, heading }] of told.entries()) {
    const name = nameOf(title);
    if (known.has(name)) {
      repeated(heading, `two scenes called “${title}”`, tag, tools);
      whole = false;
    } else known.set(name, `n${index + 1}`);
  }
  const read = told.map((part) => readScene(part, tag, tools));
  const written = read.filter((scene) => scene !== null);
  const titles = told.map(({ title }) => title);
  const scenes = written.map((scene) => sceneOf(scene, known, titles, tag, tools));
  const sound = scenes.filter((scene) => scene !== null);
  // What a broken scene leads to is not known: others would be called unreached for its fault.
  if (!whole || sound.length < told.length) return null;
  return checkGraph(sound, written, tag, tools) ? sound : null;
}

/** A scene with the ids of the scenes that its ways name; null when one names none, which was reported then. */
function sceneOf(
  { title, text, ending, ways }: WrittenScene,
  known: ReadonlyMap<string, string>,
  titles: readonly string[],
  tag: ActivityTag,
  tools: SyntaxTools,
): Scene | null {
  let whole = true;
  const read = ways.map(({ node, words, way, norm }, index) => {
    const to = known.get(nameOf(way.title));
    if (to === undefined) {
      tools.report(
        "scene-unknown",
        node,
        `There is no scene “${way.title}” in <Scenario id="${tag.id}">.`,
        `Copy the heading letter by letter. The scenes are: ${titles.join("; ")}.`,
      );
    }
    const effects = effectsOf(way, node, tag, tools);
    if (to === undefined || !effects) whole = false;
    return { id: LETTERS[index] ?? "", words, to: to ?? "", effects: effects ?? [], norm };
  });
  return whole ? { id: known.get(nameOf(title)) ?? "", title, text, ending, ways: read } : null;
}

/** What a way does to each meter, in the order of the meters; null when it names none of them, which was reported then. */
function effectsOf({ effects }: WrittenWay, node: MarkdownNode, tag: ActivityTag, tools: SyntaxTools): number[] | null {
  const meters = metersIn(tag);
  const names = meters.map((meter) => meter.toLowerCase());
  const weights = meters.map(() => 0);
  const touched = new Set<number>();
  const refuse = (code: string, message: string, fix: string) => {
    tools.report(code, node, `${message} in <Scenario id="${tag.id}">.`, fix);
    return null;
  };
  for (const { meter, sign } of effects) {
    const at = names.indexOf(meter.toLowerCase());
    if (sign === "")
      return refuse("effect-unreadable", `“${meter}” does not say which way it moves`, "Write + or − after the meter.");
    if (at < 0) {
      return refuse(
        "meter-unknown",
        `There is no meter “${meter}”`,
        meters.length > 0 ? `The meters are: ${meters.join("; ")}.` : 'Name it in the tag: meters="…/…".',
      );
    }
    if (touched.has(at)) return refuse("meter-repeated", `A way moves the meter “${meter}” twice`, "Keep one of them.");
    touched.add(at);
    weights[at] = weightOf(sign);
  }
  return weights;
}

function metersIn(tag: ActivityTag): string[] {
  const written = tag.attributes.get("meters");
  return (written === undefined ? null : metersOf(written)) ?? [];
}

function repeated(heading: MarkdownNode, what: string, tag: ActivityTag, tools: SyntaxTools): void {
  tools.report("scene-repeated", heading, `<Scenario id="${tag.id}"> has ${what}.`, "Give each a name of its own.");
}
