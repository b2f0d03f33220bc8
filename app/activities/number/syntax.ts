import type { Language } from "#app/domain/language.ts";
import type { RichNode } from "#app/domain/rich-text.ts";
import { readNumber } from "#app/domain/written-number.ts";
import type { ActivitySyntax, ActivityTag, SyntaxTools } from "../activity-syntax.ts";
import { type Box, explains, readAsked, readBoxedBody, reasonsFit } from "../box-list.ts";
import { type Amount, isWithin, type NumberKey, type NumberPublic } from "./definition.ts";

/** A `<Number>`: the question, the right values and near misses as a list of boxes, the explanation. */
export const numberSyntax: ActivitySyntax = {
  kind: "number",
  reads: (tag) => tag.tag === "Number",
  parse(tag, tools) {
    const body = readBoxedBody(tag, "values", tools);
    if (!body) return null;
    const asked = readAsked(body.before, tag, tools);
    const unit = tag.attributes.get("unit")?.trim() ?? "";
    const amounts = body.boxes.map((box) => readAmount(box, unit, tag, tools));
    const fits = [reasonsFit(body, tag, tools), explains(body, tag, tools)].every(Boolean);
    if (!asked || !fits || amounts.some((amount) => amount === null)) return null;

    const key: NumberKey = { right: [], near: [] };
    const parts: Record<string, RichNode[]> = {};
    for (const [index, { ticked, reason, node, words }] of body.boxes.entries()) {
      const amount = amounts[index];
      if (!amount) continue;
      if (ticked) key.right.push(amount);
      else parts[`n${key.near.push(amount)}`] = reason ?? [];
      if (!ticked && amounts.some((right, at) => right && body.boxes[at]?.ticked && isWithin(right, amount.value))) {
        tools.report(
          "near-is-right",
          node,
          `“${words}” of <Number id="${tag.id}"> is wrong and within the tolerance of a right value.`,
          "Make the tolerance smaller, or take the line out.",
        );
        return null;
      }
    }
    const activity: NumberPublic = {
      kind: "number",
      id: tag.id,
      outcome: tag.outcome,
      ...asked,
      unit,
      language: tools.language,
    };
    return {
      public: activity,
      key,
      feedback: { parts, explanation: body.explanation },
      parts: { "right values": key.right.length, "near misses": key.near.length, units: unit === "" ? 0 : 1 },
    };
  },
};

function readAmount(box: Box, unit: string, tag: ActivityTag, tools: SyntaxTools): Amount | null {
  const refuse = (message: string, fix: string) => {
    tools.report("number-unreadable", box.node, `“${box.words}” of <Number id="${tag.id}"> ${message}.`, fix);
    return null;
  };
  const [written = "", margin, ...more] = box.words.split(/±|\+\/?[-−–]/);
  const value = readNumber(written, tools.language, unit);
  const example = EXAMPLES[tools.language];
  if (!value.ok || more.length > 0) {
    return refuse("is no number that a reader of this language would write", `Write it like this: ${example}.`);
  }
  if (margin === undefined) return { value: value.value, tolerance: 0, percent: false };
  const percent = /%\s*$/.test(margin);
  if (percent && unit.includes("%")) {
    return refuse(
      "has a tolerance that may be per cent of the value or percentage points",
      "Write it in percentage points, without the % sign.",
    );
  }
  const tolerance = readNumber(percent ? margin.replace(/%\s*$/, "") : margin, tools.language, percent ? "" : unit);
  if (!tolerance.ok || tolerance.value < 0) {
    return refuse("has no readable tolerance after ±", `Write it like this: ${example}.`);
  }
  return { value: value.value, tolerance: tolerance.value, percent };
}

const EXAMPLES: Record<Language, string> = {
  en: "1,250.50 ± 10, or 1,250.50 ± 5 %",
  ru: "1 250,50 ± 10, or 1 250,50 ± 5 %",
  be: "1 250,50 ± 10, or 1 250,50 ± 5 %",
};
