import { useTranslations } from "use-intl";
import type { Language } from "#app/domain/language.ts";
import { CHANGE_NOTE } from "#app/domain/paths.ts";
import { useLang } from "./language.tsx";

/** Tells who has finished a lesson that it says something else now, and which of its questions cover that. */
export function ChangeNote({
  questions,
  language,
}: {
  questions: { id: string; text: string }[];
  /** That of the questions. */
  language: Language;
}) {
  const t = useTranslations("lesson");
  const langOf = useLang();
  return (
    <section className="aside-note" id={CHANGE_NOTE} aria-label={t("changedTitle")}>
      <p>{t("changed")}</p>
      {questions.length > 0 && (
        <>
          <p>{t("changedQuestions")}</p>
          <ul lang={langOf(language)}>
            {questions.map(({ id, text }) => (
              <li key={id}>
                <a href={`#${id}`}>{text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
