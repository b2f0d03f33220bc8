/** One thing that is wrong with the content, for the person who wrote it: where, what, and how to mend it. */
export interface ContentProblem {
  /** Path from the working directory, with forward slashes. */
  file: string;
  /** Counted from 1, in the file as the author sees it. */
  line: number;
  column: number;
  severity: "error" | "warning";
  /** In kebab-case; stable, so that tests and editors can rely on it. */
  code: string;
  message: string;
  fix: string;
}

/** What would break the line, steer the terminal or turn the text round. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const STEERING = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu;

/** A problem as one line that terminals and editors can turn into a link; unseen signs of the content are blanks in it. */
export function problemLine(problem: ContentProblem): string {
  const { file, line, column, code, message, fix } = problem;
  return `${file}:${line}:${column}  ${code}  ${message} → ${fix}`.replace(STEERING, " ");
}

/** Problems in the order in which an author meets them: by file, then by place. */
export function sortProblems(problems: readonly ContentProblem[]): ContentProblem[] {
  return [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

/** Whether anything among the problems stops a build. */
export function hasErrors(problems: readonly ContentProblem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
