import type { SourceRow } from "#app/domain/content-status.ts";
import type { Language } from "#app/domain/language.ts";
import { reviewState } from "#app/domain/review-calendar.ts";
import type { SourceLine } from "#app/ui/author/source-table.tsx";

/**
 * A source as its line on a page.
 * @param today `YYYY-MM-DD`
 */
export function sourceLine(source: SourceRow, language: Language, today: string): SourceLine {
  const { id, body, kind, url, confidence, owner, checkedOn, reviewBy, uses } = source;
  const title = source.title[language];
  const review = reviewState(source, today);
  return { id, title, body, kind, url, confidence, owner, checkedOn, reviewBy, uses, review };
}

/** Whether a source belongs to an owner and holds a text in a title, its body or its id; an empty filter lets all pass. */
export function sourceFits(source: SourceRow, { owner, text }: { owner: string; text: string }): boolean {
  if (owner !== "" && source.owner !== owner) return false;
  const wanted = text.toLowerCase();
  return [...Object.values(source.title), source.body, source.id].some((one) => one.toLowerCase().includes(wanted));
}
