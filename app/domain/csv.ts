/** A table as a file for spreadsheets: RFC 4180, in UTF-8 with the mark by which Excel knows it. */
const MARK = "\ufeff";

/** @param rows of cells; a text that a spreadsheet would take for a formula gets an apostrophe in front */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return MARK + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
