/** A refusal that somebody foresaw. `code` is in kebab-case and has a sentence in each language; `field` names the form field it belongs to. */
export interface Problem<Code extends string = string> {
  code: Code;
  field?: string;
  /** Values for the sentence, such as the letter that a font lacks. */
  values?: Record<string, string | number>;
}

/** What a rule or a command answers. Foreseen refusals are values; only bugs and broken machines throw. */
export type Result<T, Code extends string = string> = { ok: true; value: T } | { ok: false; problems: Problem<Code>[] };

export function accept<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<Code extends string>(
  code: Code,
  more: Omit<Problem<Code>, "code"> = {},
): { ok: false; problems: Problem<Code>[] } {
  return { ok: false, problems: [{ code, ...more }] };
}
