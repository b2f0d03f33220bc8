import { formatNumber } from "#app/domain/calendar-date.ts";
import type { PageStatus } from "#app/domain/content-status.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { useLanguage } from "../language.tsx";
import { Link } from "../link.tsx";
import { LANGUAGE_NAMES } from "../shell.tsx";
import { type AuthorWords, useAuthorWords } from "./author-words.tsx";

/** A page in one language, counted. */
export interface StatusCell {
  state: PageStatus["state"];
  blocksBehind: number;
  words: number;
  minutes: number;
  uncited: number;
  errors: number;
  warnings: number;
}

/** A lesson, a quiz or the welcome page. */
export interface StatusRow {
  folder: string;
  title: string;
  /** Of the title. */
  titleLanguage: Language;
  /** Null where the page is missing or cannot be read. */
  languages: Record<Language, StatusCell | null>;
}

/** Lessons and quizzes by language, each language in its own line. */
export function StatusTable({ courseId, label, rows }: { courseId: string; label: string; rows: StatusRow[] }) {
  const t = useAuthorWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen must scroll by keyboard
    <section className="table-frame" aria-label={label} tabIndex={0}>
      <table className="status-table">
        <thead>
          <tr>
            <th scope="col">{t("status.page")}</th>
            <th scope="col">{t("status.language")}</th>
            <th scope="col">{t("status.translation")}</th>
            <th scope="col" className="number">
              {t("status.words")}
            </th>
            <th scope="col" className="number">
              {t("status.minutes")}
            </th>
            <th scope="col" className="number">
              {t("status.uncited")}
            </th>
            <th scope="col">{t("status.problems")}</th>
          </tr>
        </thead>
        {rows.map((row) => (
          <PageLines key={row.folder} courseId={courseId} row={row} />
        ))}
      </table>
    </section>
  );
}

function PageLines({ courseId, row }: { courseId: string; row: StatusRow }) {
  const t = useAuthorWords();
  const language = useLanguage();
  return (
    <tbody>
      {LANGUAGES.map((one, index) => {
        const cell = row.languages[one];
        return (
          <tr key={one}>
            {index === 0 && (
              <th scope="rowgroup" rowSpan={LANGUAGES.length}>
                <Link to={paths.authorPage(language, courseId, row.folder)} lang={row.titleLanguage}>
                  {row.title}
                </Link>
              </th>
            )}
            <th scope="row" lang={one}>
              {LANGUAGE_NAMES[one]}
            </th>
            {cell ? (
              <>
                <td>{translationState(t, cell)}</td>
                <td className="number">{formatNumber(cell.words, language)}</td>
                <td className="number">{cell.minutes}</td>
                <td className="number">{cell.uncited}</td>
                <td>{problemCount(t, cell)}</td>
              </>
            ) : (
              <td colSpan={5} className="author-flag">
                {t("status.missing")}
              </td>
            )}
          </tr>
        );
      })}
    </tbody>
  );
}

/** How far a translation is, in words. */
export function translationState(t: AuthorWords, { state, blocksBehind }: StatusCell): string {
  return state === "behind" ? t("status.behind", { count: blocksBehind }) : t(`status.${state}`);
}

/** `2 errors, 1 warning`, or that there are none. */
export function problemCount(t: AuthorWords, { errors, warnings }: { errors: number; warnings: number }): string {
  const parts = [
    errors > 0 ? t("status.errors", { count: errors }) : null,
    warnings > 0 ? t("status.warnings", { count: warnings }) : null,
  ];
  return parts.filter((part) => part !== null).join(", ") || t("status.none");
}
