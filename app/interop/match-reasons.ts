import { type Block, inOneParagraph, paragraph } from "./question-text.ts";

/**
 * Other systems give a match one feedback for the whole. A numbered list at its beginning, with as many items as the match has rows,
 * is the list of reasons; the rest explains.
 */
export function splitReasons(feedback: Block[], rows: number): { reasons: Block[][] | null; explanation: Block[] } {
  const [first, ...rest] = feedback;
  if (first?.type !== "list" || !first.ordered || first.children.length !== rows)
    return { reasons: null, explanation: feedback };
  return { reasons: first.children.map((item) => item.children), explanation: rest };
}

/** An explanation whose first block cannot be taken for a part of what stands above it in a page. */
export function asExplanation(blocks: readonly Block[]): Block[] {
  const [first, ...rest] = blocks;
  return first === undefined || first.type === "paragraph"
    ? [...blocks]
    : [paragraph(inOneParagraph([first])), ...rest];
}
