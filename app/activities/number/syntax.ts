import type { Language } from "#app/domain/language.ts";
import type { RichNode } from "#app/domain/rich-text.ts";
import { type Amount, isWithin, readAmount, widthOf } from "#app/domain/written-amount.ts";
import type { ActivitySyntax, ActivityTag, SyntaxTools } from "../activity-syntax.ts";
import { type Box, explains, readAsked, readBoxedBody, reasonsFit } from "../box-list.ts";
import type { NumberKey, NumberPublic } from "./definition.ts";

/** A `<Number>`: the question, the right values and near misses as a list of boxes, the explanation. */
export const numberSyntax: ActivitySyntax = {
  kind: "number",
  reads: (tag) => tag.tag === "Number",
  parse(tag, tools) {
    const body = readBoxedBody(tag, "values", tools);
    if (!body) return null;
    const asked = readAsked(body.before, tag, tools);
    const unit = tag.attributes.get("unit")?.trim() ?? "";
    const amounts = body.boxes.map((box) => amountIn(box, unit, tag, tools));
    const fits = [reasonsFit(body, tag, tools), explains(body, tag, tools)].every(Boolean);
    if (!asked || !fits || amounts.some((amount) => amount === null)) return null;

    const key: NumberKey = { right: [], near: [] };
    const parts: Record<string, RichNode[]> = {};
    for (const [index, { ticked, reason, node, words }] of body.boxes.entries()) {
      const amount = amounts[index];
      if (!amount) continue;
      if (ticked) key.right.push(amount);
      else parts[`n${key.near.push(amount)}`] = reason ?? [];
      if (!ticked && amounts.some((right, at) => right && body.boxes[at]?.ticked && isSwallowed(amount, right))) {
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

/** In the forms of the languages. */
const EXAMPLES: Record<Language, string> = {
  en: "1,250.50 ± 10, or 1,250.50 ± 5 %",
  ru: "1 250,50 ± 10, or 1 250,50 ± 5 %",
  be: "1 250,50 ± 10, or 1 250,50 ± 5 %",
};

function amountIn(box: Box, unit: string, tag: ActivityTag, tools: SyntaxTools): Amount | null {
  const amount = readAmount(box.words, tools.language, unit);
  if (typeof amount === "object") return amount;
  const example = `Write it in the form of the page's language: ${EXAMPLES[tools.language]}.`;
  const [message, fix] = {
    value: ["is no number that a reader of this page would write", example],
    tolerance: ["has no readable tolerance after ±", example],
    percent: [
      "has a tolerance that may be per cent of the value or percentage points",
      "Write it in percentage points, without the % sign.",
    ],
  }[amount];
  tools.report("number-unreadable", box.node, `“${box.words}” of <Number id="${tag.id}"> ${message}.`, fix ?? example);
  return null;
}

/** Whether everything that the near miss would take is right already. */
function isSwallowed(near: Amount, right: Amount): boolean {
  const width = widthOf(near);
  return isWithin(right, near.value - width) && isWithin(right, near.value + width);
}
