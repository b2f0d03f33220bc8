export type Step =
  | { kind: "same"; before: number; now: number }
  | { kind: "removed"; before: number }
  | { kind: "added"; now: number };

/** Beyond this many comparisons the middle counts as replaced: a page of that length was written anew. */
const MOST_CELLS = 4_000_000;

/** How one sequence of texts becomes another: a longest common subsequence, removals before additions. Indexes count from 0. */
export function diffSequences(before: readonly string[], now: readonly string[]): Step[] {
  let start = 0;
  while (start < before.length && start < now.length && before[start] === now[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < now.length - start &&
    before[before.length - 1 - end] === now[now.length - 1 - end]
  ) {
    end += 1;
  }
  const same = (length: number, b: number, n: number): Step[] =>
    Array.from({ length }, (_, index) => ({ kind: "same", before: b + index, now: n + index }));
  return [
    ...same(start, 0, 0),
    ...middle(before.slice(start, before.length - end), now.slice(start, now.length - end), start),
    ...same(end, before.length - end, now.length - end),
  ];
}

function middle(before: readonly string[], now: readonly string[], offset: number): Step[] {
  const [rows, columns] = [before.length, now.length];
  const width = columns + 1;
  const whole = rows * columns <= MOST_CELLS;
  const longest = new Uint32Array(whole ? (rows + 1) * width : 0);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = rows - 1; whole && row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      longest[row * width + column] =
        before[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const steps: Step[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    if (whole && row < rows && column < columns && before[row] === now[column]) {
      steps.push({ kind: "same", before: offset + row, now: offset + column });
      row += 1;
      column += 1;
    } else if (row < rows && (column === columns || at(row + 1, column) >= at(row, column + 1))) {
      steps.push({ kind: "removed", before: offset + row });
      row += 1;
    } else {
      steps.push({ kind: "added", now: offset + column });
      column += 1;
    }
  }
  return steps;
}
