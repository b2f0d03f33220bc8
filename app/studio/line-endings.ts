/** Editors hold lines; files hold lines and the signs between them. A line that nobody touched keeps its own sign. */

const BREAK = /\r\n|\r|\n/g;
const MARK = "\uFEFF";

/** A file's text as an editor holds it: no byte order mark, every line ended by a line feed. */
export function withoutEndings(text: string): string {
  return (text.startsWith(MARK) ? text.slice(1) : text).replace(BREAK, "\n");
}

/**
 * The edited text with the signs of the file that it came from: lines at the beginning and at the end that are the same keep theirs, what
 * is new gets the sign that the file uses most. A byte order mark stays.
 * @param before what is in the file
 * @param edited lines ended by line feeds
 */
export function withEndingsOf(before: string, edited: string): string {
  const mark = before.startsWith(MARK) ? MARK : "";
  const body = before.slice(mark.length);
  const endings = body.match(BREAK) ?? [];
  const usual = mostUsed(endings);
  if (endings.every((ending) => ending === usual)) return mark + edited.replaceAll("\n", usual);
  const old = body.split(BREAK);
  const lines = edited.split("\n");
  let head = 0;
  while (head < Math.min(old.length, lines.length) && old[head] === lines[head]) head += 1;
  let tail = 0;
  const most = Math.min(old.length, lines.length) - head;
  while (tail < most && old[old.length - 1 - tail] === lines[lines.length - 1 - tail]) tail += 1;
  const signs = lines.slice(0, -1).map((_, index) => {
    if (index < head) return endings[index] ?? usual;
    const fromEnd = lines.length - 1 - index;
    return fromEnd < tail ? (endings[endings.length - fromEnd] ?? usual) : usual;
  });
  for (let index = signs.length - 2; index >= 0; index -= 1) {
    // A return that comes to stand before a feed would be read as one sign with it, and a line would be gone.
    if (signs[index] === "\r" && lines[index + 1] === "" && signs[index + 1] === "\n") signs[index] = "\n";
  }
  return mark + lines.map((line, index) => line + (signs[index] ?? "")).join("");
}

function mostUsed(endings: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const ending of endings) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "\n";
}
