import type { RichNode } from "#app/domain/rich-text.ts";
import type { ActivitySyntax } from "../activity-syntax.ts";
import { explains, readAsked, readBoxedBody, reasonsFit } from "../box-list.ts";
import { LONGEST_ANSWER, type ShortPublic, type ShortWordings } from "./definition.ts";
import { foldAnswer } from "./fold-answer.ts";

/** A `<Short>`: the question, the accepted wordings and near misses as a list of boxes, the explanation. */
export const shortSyntax: ActivitySyntax = {
  kind: "short",
  reads: (tag) => tag.tag === "Short",
  parse(tag, tools) {
    const body = readBoxedBody(tag, "wordings", tools);
    if (!body) return null;
    const asked = readAsked(body.before, tag, tools);
    let whole = [reasonsFit(body, tag, tools), explains(body, tag, tools), asked !== null].every(Boolean);

    const wordings: ShortWordings = { right: [], near: [] };
    const parts: Record<string, RichNode[]> = {};
    const known = new Map<string, string>();
    for (const { ticked, reason, node, words } of body.boxes) {
      const folded = foldAnswer(words);
      const same = known.get(folded);
      if (same !== undefined || folded === "" || words.length > LONGEST_ANSWER) {
        tools.report(
          same === undefined ? "wording-impossible" : "wording-repeated",
          node,
          same === undefined
            ? `“${words.slice(0, 40)}” of <Short id="${tag.id}"> is nothing that can be answered.`
            : `“${words}” and “${same}” of <Short id="${tag.id}"> are the same answer.`,
          same === undefined
            ? `Write words, at most ${LONGEST_ANSWER} letters.`
            : "Keep one: capitals, spaces, dashes, quotation marks, ё and a full stop make no difference.",
        );
        whole = false;
      }
      known.set(folded, words);
      if (ticked) wordings.right.push(words);
      else parts[`n${wordings.near.push(words)}`] = reason ?? [];
    }
    if (!asked || !whole) return null;
    const activity: ShortPublic = {
      kind: "short",
      id: tag.id,
      outcome: tag.outcome,
      ...asked,
      language: tools.language,
    };
    return {
      public: activity,
      key: {},
      wordings,
      feedback: { parts, explanation: body.explanation },
      parts: { "near misses": wordings.near.length },
    };
  },
};
