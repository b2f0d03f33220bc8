import { ranked } from "#app/domain/attempt.ts";
import type { RichNode } from "#app/domain/rich-text.ts";
import type { ActivitySyntax, ActivityTag, SyntaxTools } from "../activity-syntax.ts";
import { type Box, readAsked, readBoxedBody } from "../box-list.ts";
import type { SpotKey, SpotPublic } from "./definition.ts";
import { phrasesIn, runsOf, withPhrases } from "./spot-text.ts";

/** A `<Spot>`: what to look for, the text as a quotation, its faults and decoys as a list of boxes, the explanation. */
export const spotSyntax: ActivitySyntax = {
  kind: "spot",
  reads: (tag) => tag.tag === "Spot",
  parse(tag, tools) {
    const body = readBoxedBody(tag, "phrases", tools);
    if (!body) return null;
    const quotation = body.before.at(-1);
    if (quotation?.type !== "blockquote" || (quotation.children ?? []).length === 0) {
      tools.report(
        "spot-without-text",
        tag.node,
        `<Spot id="${tag.id}"> has no text to look through.`,
        "Write it right before the list, each line beginning with “> ”.",
      );
      return null;
    }
    const asked = readAsked(body.before.slice(0, -1), tag, tools);
    const text = tools.blocks(quotation.children ?? []);
    const checked = [
      standOnce(body.boxes, text, tag, tools),
      haveReasons(body.boxes, tag, tools),
      hasDecoy(body.boxes, body.list, tag, tools),
    ];
    if (!asked || !checked.every(Boolean)) return null;

    // The order of the file would tell faults from decoys.
    const places = ranked(
      body.boxes.map((_, index) => String(index)),
      tools.rank,
    ).map(Number);
    const ids = body.boxes.map((_, index) => `p${places.indexOf(index) + 1}`);
    const idOf = (index: number) => ids[index] ?? "";
    const words = new Map(body.boxes.map((box, index) => [idOf(index), box.words]));
    const marked = withPhrases(text, words);
    const activity: SpotPublic = {
      kind: "spot",
      id: tag.id,
      outcome: tag.outcome,
      ...asked,
      text: marked,
      phrases: phrasesIn(marked).map((id) => ({ id, text: words.get(id) ?? "" })),
    };
    const faults = ids.filter((_, index) => body.boxes[index]?.ticked);
    return {
      public: activity,
      key: { faults } satisfies SpotKey,
      feedback: {
        parts: Object.fromEntries(body.boxes.map((box, index) => [idOf(index), box.reason ?? []])),
        explanation: body.explanation,
      },
      parts: { phrases: ids.length },
    };
  },
};

function standOnce(boxes: readonly Box[], text: readonly RichNode[], tag: ActivityTag, tools: SyntaxTools): boolean {
  const runs = runsOf(text);
  const taken: { run: number; from: number; to: number; words: string }[] = [];
  let whole = true;
  const refuse = (box: Box, code: string, message: string, fix: string) => {
    tools.report(code, box.node, `“${box.words}” of <Spot id="${tag.id}"> ${message}.`, fix);
    whole = false;
  };
  for (const box of boxes) {
    const found = runs.flatMap((run, index) => placesOf(box.words, run).map((from) => ({ run: index, from })));
    const [first] = found;
    if (!first) {
      const split = runs.join("").includes(box.words);
      refuse(
        box,
        "phrase-missing",
        split ? "stands in the text across bold, italic or a new paragraph" : "does not stand in the text",
        split
          ? "Choose a phrase that lies inside one run of plain words."
          : "Copy it from the text letter by letter, the same in every sign.",
      );
      continue;
    }
    if (found.length > 1) {
      refuse(box, "phrase-repeated", `stands in the text ${found.length} times`, "Take more words into it.");
      continue;
    }
    const place = { ...first, to: first.from + box.words.length, words: box.words };
    const other = taken.find(({ run, from, to }) => run === place.run && from < place.to && place.from < to);
    if (other) refuse(box, "phrase-overlap", `overlaps “${other.words}”`, "Let each phrase have words of its own.");
    taken.push(place);
  }
  return whole;
}

function haveReasons(boxes: readonly Box[], tag: ActivityTag, tools: SyntaxTools): boolean {
  for (const { node, words, reason } of boxes) {
    if (reason !== null) continue;
    tools.report(
      "reason-missing",
      node,
      `“${words}” of <Spot id="${tag.id}"> has no reason.`,
      "Write it on the next line, two spaces in, beginning with “> ”: why it is a fault, or why it is none.",
    );
  }
  return boxes.every(({ reason }) => reason !== null);
}

function hasDecoy(boxes: readonly Box[], list: Box["node"], tag: ActivityTag, tools: SyntaxTools): boolean {
  if (boxes.some(({ ticked }) => !ticked)) return true;
  tools.report(
    "spot-without-decoy",
    list,
    `Every phrase of <Spot id="${tag.id}"> is a fault.`,
    "Add at least one phrase that is in order, with “- [ ]”.",
  );
  return false;
}

/** Every place where the words stand, overlapping ones included. */
function placesOf(words: string, run: string): number[] {
  const places: number[] = [];
  for (let at = run.indexOf(words); at >= 0; at = run.indexOf(words, at + 1)) places.push(at);
  return places;
}
