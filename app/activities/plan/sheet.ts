/** What is written in a plan, for its view as well: nothing here weighs anything in the browser. */

/** The fields of the line that holds the actions: three at the most, so that a plan stays on its page. */
export const ACTION_IDS = ["a1", "a2", "a3"] as const;
export const ACTION_FIELDS = ["what", "who", "by", "money"] as const;
export const CHECKS = ["met", "partly", "unmet"] as const;

export interface PlanAction {
  id: (typeof ACTION_IDS)[number];
  what: string;
  who: string;
  /** An ISO date, or empty. */
  by: string;
  money: string;
}

interface Written {
  lines: readonly { id: string; text: string }[];
  actions: readonly PlanAction[];
}

/** The lines in which nothing is written yet. An action counts when it says what is to be done. */
export function openLines<Line extends { id: string }>(
  plan: { lines: Line[]; actions: string | null },
  response: Written | null,
): Line[] {
  if (response === null) return plan.lines;
  return plan.lines.filter(({ id }) =>
    id === plan.actions ? !response.actions.some(({ what }) => what !== "") : textOf(response, id) === "",
  );
}

/** The text of a line; empty when there is none. */
export function textOf(response: Written | null, lineId: string): string {
  return response?.lines.find(({ id }) => id === lineId)?.text ?? "";
}

/** An action; its fields are empty when nothing is written in it. */
export function actionOf(response: Written | null, actionId: PlanAction["id"]): PlanAction {
  const written = response?.actions.find(({ id }) => id === actionId);
  return written ?? { id: actionId, what: "", who: "", by: "", money: "" };
}

/** Letters of one field of a plan. */
export const PLAN_LETTERS = 2000;
