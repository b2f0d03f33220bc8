import { useTranslations } from "use-intl";
import type { LessonMeta } from "#app/catalogue/lesson-module.ts";

/**
 * The documents that a lesson cites, in the order of their first mention.
 * @param prefix of the ids, where one page shows two languages
 */
export function SourceList({ sources, prefix = "" }: { sources: LessonMeta["sources"]; prefix?: string }) {
  const t = useTranslations("lesson");
  if (sources.length === 0) return null;
  return (
    <section className="source-list">
      <h2 id={`${prefix}sources`}>{t("sources")}</h2>
      <ol>
        {sources.map((source) => (
          <li key={source.id} id={`${prefix}source-${source.n}`}>
            <a href={source.href} rel="noopener noreferrer" title={t("sourceLink")}>
              {source.title}
            </a>
            {`. ${source.body}, ${source.year}. ${source.places.join("; ")}`}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The glossary terms of a lesson, each with its definition. */
export function TermList({ terms, prefix = "" }: { terms: LessonMeta["terms"]; prefix?: string }) {
  const t = useTranslations("lesson");
  if (terms.length === 0) return null;
  return (
    <section className="term-list">
      <h2 id={`${prefix}words`}>{t("words")}</h2>
      <dl>
        {terms.map((term) => (
          <div key={term.id} id={`${prefix}term-${term.id}`}>
            <dt>{term.term}</dt>
            <dd>{term.definition}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
