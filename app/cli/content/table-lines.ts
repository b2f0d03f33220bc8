/** A table for the terminal: figures to the right, words to the left, columns two spaces apart. */
export function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[], figures: boolean) =>
    cells
      .map((cell, column) => {
        const right = figures && /^\d+$/.test(cell);
        return right ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
      })
      .join("  ")
      .trimEnd();
  return [line(head, false), ...rows.map((row) => line(row, true))];
}
