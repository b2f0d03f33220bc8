import type { ImpactPlace } from "#app/domain/content-status.ts";
import type { Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { useLanguage } from "../language.tsx";
import { Link } from "../link.tsx";
import { LANGUAGE_NAMES } from "../shell.tsx";
import { useAuthorWords } from "./author-words.tsx";

/** What rests on a source within one page, or within the glossary. */
export interface ImpactGroup {
  /** Null for the glossary, with its title and the language of that. */
  folder: string | null;
  title: string | null;
  titleLanguage: Language | null;
  /** A glossary has all languages in one file: it stands here under the language of its excerpts. */
  languages: { language: Language; places: ImpactPlace[] }[];
}

/** Every place that rests on a source, page by page and language by language. */
export function ImpactList({ courseId, groups }: { courseId: string; groups: ImpactGroup[] }) {
  const t = useAuthorWords();
  const language = useLanguage();
  return groups.map((group) => (
    <section key={group.folder ?? ""} className="impact-group">
      <h3 lang={group.titleLanguage ?? undefined}>
        {group.folder === null ? (
          t("impact.glossary")
        ) : (
          <Link to={paths.authorPage(language, courseId, group.folder)}>{group.title}</Link>
        )}
      </h3>
      {group.languages.map(({ language: one, places }) =>
        group.folder === null ? (
          <PlaceList key={one} places={places} language={one} />
        ) : (
          <details key={one} open={one === language}>
            <summary>
              <span lang={one}>{LANGUAGE_NAMES[one]}</span>: {t("sources.places", { count: places.length })}
            </summary>
            <p>
              <Link to={paths.authorPreview(one, courseId, group.folder)} hrefLang={one} reload>
                {t("page.preview", { language: LANGUAGE_NAMES[one] })}
              </Link>
            </p>
            <PlaceList places={places} language={one} />
          </details>
        ),
      )}
    </section>
  ));
}

function PlaceList({ places, language }: { places: ImpactPlace[]; language: Language }) {
  const t = useAuthorWords();
  return (
    <ul className="place-list">
      {places.map((place) => (
        <li key={`${place.file}:${place.line}:${place.column} ${place.id} ${place.at}`}>
          <p className="finding-head">
            <strong>{place.at ?? t("impact.whole")}</strong>
            {": "}
            <PlaceName place={place} language={language} />
            {", "}
            <code>
              {place.file}:{place.line}:{place.column}
            </code>
          </p>
          <p lang={language} className="excerpt">
            {place.excerpt}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** `paragraph`; `reason, question consent-of-adult`; `row of a table, card “In figures”`. */
function PlaceName({ place: { what, part, id }, language }: { place: ImpactPlace; language: Language }) {
  const t = useAuthorWords();
  if (what === "paragraph") return <>{t(`impact.parts.${part}`)}</>;
  return (
    <>
      {t(`impact.parts.${part}`)}, {t(`impact.${what}`)}{" "}
      {what === "card" ? <q lang={language}>{id}</q> : <code>{id}</code>}
    </>
  );
}
