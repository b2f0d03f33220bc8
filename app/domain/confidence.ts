/** How sure learners say to be of an answer. Nobody has to say it, and it never changes a score. */

export const CONFIDENCES = ["sure", "fairly", "guess"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What a form sent or a row holds, as one of the three; null for everything else. */
export function confidenceOf(value: unknown): Confidence | null {
  return CONFIDENCES.find((one) => one === value) ?? null;
}

/**
 * What is worth telling somebody about an answer and how sure they were of it: `second-look` at one that they were sure of and that is
 * not wholly right, `read-reasons` of one that was right by a guess. Null when there is nothing to add to the result.
 * @param score 0…1
 */
export function confidenceAdvice(said: Confidence | null, score: number): "second-look" | "read-reasons" | null {
  if (said === "sure" && score < 1) return "second-look";
  return said === "guess" && score >= 1 ? "read-reasons" : null;
}
