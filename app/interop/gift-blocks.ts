export interface GiftBlock {
  /** Of its first line in the file, counted from 1. */
  line: number;
  text: string;
}

/**
 * Takes a GIFT file apart at its empty lines, as Moodle does, so that one broken question cannot spoil another. `$CATEGORY` lines are
 * blocks of their own; blocks of comments alone are left out.
 */
export function giftBlocks(file: string): GiftBlock[] {
  const blocks: GiftBlock[] = [];
  let block: { line: number; lines: string[] } | null = null;
  const close = () => {
    if (block?.lines.some((line) => !/^\s*\/\//.test(line)))
      blocks.push({ line: block.line, text: block.lines.join("\n") });
    block = null;
  };
  for (const [index, line] of file
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    const category = /^\s*\$CATEGORY:/.test(line);
    if (category || line.trim() === "") close();
    if (category) blocks.push({ line: index + 1, text: line });
    else if (line.trim() !== "") {
      block ??= { line: index + 1, lines: [] };
      block.lines.push(line);
    }
  }
  close();
  return blocks;
}
