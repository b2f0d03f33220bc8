import type { BlockChange, WordChange } from "#app/domain/content-status.ts";
import type { Language } from "#app/domain/language.ts";
import { useLanguage } from "../language.tsx";
import { useAuthorWords } from "./author-words.tsx";

/**
 * The blocks in which a translation is behind, word by word. Words that went and came are marked as such for every reader:
 * by their elements, by a line under or through them, and by words that only a screen reader says.
 * @param source language of the text
 */
export function BlockChanges({ changes, source }: { changes: readonly BlockChange[]; source: Language }) {
  const t = useAuthorWords();
  return (
    <ol className="change-list">
      {changes.map(({ change, words, sourceLine, line }) => (
        <li key={`${sourceLine} ${line} ${words[0]?.text}`}>
          <p className="finding-head">
            <strong>{t(`page.${change}`)}</strong>, {t("page.lines", { source: sourceLine, line })}
          </p>
          <p className="change-text" lang={source}>
            {words.map((run, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: runs of words have no other name, and never move
              <Run key={index} run={run} />
            ))}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Run({ run }: { run: WordChange }) {
  const t = useAuthorWords();
  const language = useLanguage();
  if (run.kind === "same") return <>{run.text} </>;
  const Mark = run.kind === "removed" ? "del" : "ins";
  return (
    <>
      <Mark>
        <span className="visually-hidden" lang={language}>
          {run.kind === "removed" ? t("page.wordsRemoved") : t("page.wordsAdded")}{" "}
        </span>
        {run.text}
        <span className="visually-hidden" lang={language}>
          , {t("page.wordsEnd")}
        </span>
      </Mark>{" "}
    </>
  );
}
