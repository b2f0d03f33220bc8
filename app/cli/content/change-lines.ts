import type { BlockChange } from "#app/domain/content-status.ts";

/**
 * A change of a source block for the terminal: where, then its text with `[-what went-]` and `{+what came+}`.
 * @param translation where it belongs in a translation; left out when it is told for the source alone
 */
export function changeLines(change: BlockChange, source: string, translation?: string): string[] {
  const marks = { same: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] } as const;
  const words = change.words.map(({ kind, text }) => marks[kind][0] + text + marks[kind][1]).join(" ");
  const here = translation === undefined ? "" : `  ${translation}:${change.line}`;
  return [`  ${source}:${change.sourceLine}  ${change.change}${here}`, `    ${words}`];
}
