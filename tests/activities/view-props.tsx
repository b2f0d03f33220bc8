import type { Feedback, Grade } from "#app/activities/activity.ts";
import type { RichNode } from "#app/domain/rich-text.ts";

/** What questions of these tests have in common. */
export function question(id: string) {
  return { id, outcome: "m1.o1", setting: [], stem: ["Which of these?"] as RichNode[] };
}

export function options(...texts: string[]) {
  return texts.map((text, index) => ({ id: "abcdef".charAt(index), text: [text] as RichNode[] }));
}

/** What comes back with a result: a reason for each part. */
export function reviewed<Response, Key>(response: Response, key: Key, grade: Grade, reasons: Record<string, string>) {
  const parts = Object.fromEntries(Object.entries(reasons).map(([id, text]) => [id, [text] as RichNode[]]));
  const feedback: Feedback = { parts, explanation: [] };
  return { response, key, grade, feedback };
}
