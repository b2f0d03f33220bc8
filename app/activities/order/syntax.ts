import { ranked } from "#app/domain/attempt.ts";
import type { ActivitySyntax } from "../activity-syntax.ts";
import { nameOf, readPart, readPartsBody } from "../parts-list.ts";
import { FEWEST_STEPS, type OrderKey, type OrderPublic } from "./definition.ts";

const FIX = "Write the steps as a numbered list in their right order.";

/** An `<Order>`: a numbered list of steps in the right order, each with the reason for its place in a quotation. */
export const orderSyntax: ActivitySyntax = {
  kind: "order",
  reads: (tag) => tag.tag === "Order",
  parse(tag, tools) {
    const body = readPartsBody(tag, FIX, tools);
    if (!body) return null;
    if (body.list.ordered !== true) {
      tools.report("order-not-numbered", body.list, `The steps of ${nameOf(tag)} have no numbers.`, FIX);
      return null;
    }
    const items = body.list.children ?? [];
    if (items.length < FEWEST_STEPS) {
      tools.report(
        "order-too-small",
        body.list,
        `${nameOf(tag)} has fewer than ${FEWEST_STEPS} steps.`,
        "Give more. If a line without indentation splits the list, take it out.",
      );
      return null;
    }
    const steps = items.flatMap((item) => readPart(item, "A step", tag, tools) ?? []);
    if (steps.length < items.length) return null;

    // The order of the file is the right one, so the steps are numbered by an order of their own.
    const places = ranked(
      steps.map((_, index) => String(index)),
      tools.rank,
    ).map(Number);
    const stepId = (index: number) => `s${places.indexOf(index) + 1}`;
    const activity: OrderPublic = {
      kind: "order",
      id: tag.id,
      outcome: tag.outcome,
      setting: body.setting,
      stem: body.stem,
      steps: places.map((index, place) => ({ id: `s${place + 1}`, text: steps[index]?.text ?? [] })),
    };
    return {
      public: activity,
      key: { sequence: steps.map((_, index) => stepId(index)) } satisfies OrderKey,
      feedback: {
        parts: Object.fromEntries(steps.map(({ reason }, index) => [stepId(index), reason])),
        explanation: body.explanation,
      },
      parts: { steps: steps.length },
    };
  },
};
