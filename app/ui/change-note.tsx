import { useTranslations } from "use-intl";
import { CHANGE_NOTE } from "#app/domain/paths.ts";

/** Tells who has finished a lesson that it says something else now, and which of its questions cover that. */
export function ChangeNote({ questions }: { questions: { id: string; text: string }[] }) {
  const t = useTranslations("lesson");
  return (
    <section className="aside-note" id={CHANGE_NOTE} aria-label={t("changedTitle")}>
      <p>{t("changed")}</p>
      {questions.length > 0 && (
        <>
          <p>{t("changedQuestions")}</p>
          <ul>
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
