import { formatNumber } from "#app/domain/calendar-date.ts";
import type { PageRow, PageStatus } from "#app/domain/content-status.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { useLanguage } from "../language.tsx";
import { Link } from "../link.tsx";
import { LANGUAGE_NAMES } from "../shell.tsx";
import { type AuthorWords, useAuthorWords } from "./author-words.tsx";
import { TableFrame } from "./table-frame.tsx";

/** A page in one language, counted. */
export interface StatusCell {
  state: PageStatus["state"];
  blocksBehind: number;
  words: number;
  minutes: number;
  /** Whether the minutes are far from those that the page declares. */
  far: boolean;
  uncited: number;
  errors: number;
  warnings: number;
}

/** A lesson, a quiz, the welcome page or a sheet to print. */
export interface StatusRow {
  kind: PageRow["kind"];
  folder: string;
  title: string;
  /** Of the title. */
  titleLanguage: Language;
  /** Null where none are declared. */
  declaredMinutes: number | null;
  revision: number;
  materialRevision: number;
  /** Null where the page is missing or cannot be read. */
  languages: Record<Language, StatusCell | null>;
}

/** Lessons and quizzes by language, each language in its own line. */
export function StatusTable({ courseId, label, rows }: { courseId: string; label: string; rows: StatusRow[] }) {
  const t = useAuthorWords();
  return (
    <TableFrame label={label}>
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
    </TableFrame>
  );
}

function PageLines({ courseId, row }: { courseId: string; row: StatusRow }) {
  const t = useAuthorWords();
  const language = useLanguage();
  return (
    <tbody>
      {LANGUAGES.map((one, index) => (
        <tr key={one}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={LANGUAGES.length} className="status-page">
              <Link to={paths.authorPage(language, courseId, row.folder)} lang={row.titleLanguage}>
                {row.title}
              </Link>
              <span className="status-facts">
                {t(`kinds.${row.kind}`)}, {revisionText(t, row)}
              </span>
            </th>
          )}
          <th scope="row" lang={one}>
            {LANGUAGE_NAMES[one]}
          </th>
          <LanguageCells cell={row.languages[one]} declared={row.declaredMinutes} />
        </tr>
      ))}
    </tbody>
  );
}

function LanguageCells({ cell, declared }: { cell: StatusCell | null; declared: number | null }) {
  const t = useAuthorWords();
  const language = useLanguage();
  if (!cell) {
    return (
      <td colSpan={5} className="author-flag">
        {t("status.missing")}
      </td>
    );
  }
  const flag = (wanting: boolean) => (wanting ? "author-flag" : undefined);
  const found = cell.errors + cell.warnings > 0;
  return (
    <>
      <td className={flag(cell.state === "behind" || cell.state === "not-recorded")}>{translationState(t, cell)}</td>
      <td className="number">{formatNumber(cell.words, language)}</td>
      <td className="number">
        {cell.minutes}
        {declared !== null && ` / ${declared}`}
        {cell.far && <span className="status-facts author-flag">{t("status.far")}</span>}
      </td>
      <td className={`number ${flag(cell.uncited > 0) ?? ""}`}>{cell.uncited}</td>
      <td className={flag(found)}>{problemCount(t, cell)}</td>
    </>
  );
}

/** How far a translation is, in words. */
export function translationState(
  t: AuthorWords,
  { state, blocksBehind }: Pick<StatusCell, "state" | "blocksBehind">,
): string {
  return state === "behind" ? t("status.behind", { count: blocksBehind }) : t(`status.${state}`);
}

/** The revision of a page, and that of its newest material change where there was one. */
export function revisionText(
  t: AuthorWords,
  { revision, materialRevision }: Pick<StatusRow, "revision" | "materialRevision">,
): string {
  return materialRevision > 1
    ? t("status.material", { revision, material: materialRevision })
    : t("status.revision", { revision });
}

/** State and findings of a page in one language, in one line. */
export function pageState(t: AuthorWords, { state, behind, problems }: PageStatus): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const found = problems.length > 0 ? `, ${problemCount(t, { errors, warnings: problems.length - errors })}` : "";
  return translationState(t, { state, blocksBehind: behind.length }) + found;
}

function problemCount(t: AuthorWords, { errors, warnings }: Pick<StatusCell, "errors" | "warnings">): string {
  const parts = [
    errors > 0 ? t("status.errors", { count: errors }) : null,
    warnings > 0 ? t("status.warnings", { count: warnings }) : null,
  ];
  return parts.filter((part) => part !== null).join(", ") || t("status.none");
}
