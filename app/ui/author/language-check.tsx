import type { PageStatus } from "#app/domain/content-status.ts";
import type { Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { Link } from "../link.tsx";
import { LANGUAGE_NAMES } from "../shell.tsx";
import { useAuthorWords } from "./author-words.tsx";
import { BlockChanges } from "./block-changes.tsx";
import { CommandList } from "./command-list.tsx";
import { ProblemList } from "./problem-list.tsx";
import { translationState } from "./status-table.tsx";

/** A page in one language beside what the checks say about it. */
export interface CheckedPage {
  language: Language;
  /** Where the file stands, or would stand. */
  file: string;
  /** Null where the page is missing or cannot be read. */
  page: PageStatus | null;
  problems: PageStatus["problems"];
}

/**
 * @param address of the page among those of its course
 * @param sourceLanguage that the others are translated from
 * @param othersBehind whether a translation of this page is behind
 */
export function LanguageCheck({
  address: { courseId, folder },
  checked: { language, file, page, problems },
  sourceLanguage,
  othersBehind,
}: {
  address: { courseId: string; folder: string };
  checked: CheckedPage;
  sourceLanguage: Language;
  othersBehind: boolean;
}) {
  const t = useAuthorWords();
  const name = LANGUAGE_NAMES[language];
  const stale = page?.state === "behind";
  const waits = stale || page?.state === "not-recorded";
  const commands = [
    stale ? { command: `stale ${file}`, does: t("page.stale") } : null,
    waits ? { command: `translated ${file}`, does: t("page.translated") } : null,
    page?.state === "source" && othersBehind ? { command: `typo ${file}`, does: t("page.typo") } : null,
  ].filter((command) => command !== null);
  return (
    <section aria-labelledby={`in-${language}`} className="language-check">
      <h2 id={`in-${language}`} lang={language}>
        {name}
      </h2>
      {page ? (
        <>
          <p className="facts">
            <code>{file}</code>
            <span className={waits ? "author-flag" : undefined}>
              {translationState(t, { state: page.state, blocksBehind: page.behind.length })}
            </span>
            <span>{t("page.counted", { words: page.words, minutes: page.minutes })}</span>
            <Link to={paths.authorPreview(language, courseId, folder)} hrefLang={language} reload>
              {t("page.preview", { language: name })}
            </Link>
          </p>
          {page.state === "not-recorded" && <p className="notice notice-warning">{t("page.recordText")}</p>}
          {page.behind.length > 0 && (
            <>
              <h3>{t("page.behind", { language: name })}</h3>
              <p>{t("page.behindText")}</p>
              <BlockChanges changes={page.behind} source={sourceLanguage} />
            </>
          )}
        </>
      ) : (
        <p className="notice notice-warning">{t("page.missing", { file })}</p>
      )}
      <h3>{t("page.problems", { language: name })}</h3>
      <ProblemList problems={problems} />
      {commands.length > 0 && (
        <>
          <h3>{t("page.commands")}</h3>
          <CommandList commands={commands} />
        </>
      )}
    </section>
  );
}
