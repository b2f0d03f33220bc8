import { useTranslations } from "use-intl";
import { paths } from "#app/domain/paths.ts";
import type { CourseView } from "./course-view.ts";
import { useLang, useLanguage } from "./language.tsx";
import { Link } from "./link.tsx";

/** The sheets to print of a course; nothing for a course without any. */
export function AidList({ courseId, aids }: { courseId: string; aids: CourseView["aids"] }) {
  const t = useTranslations("aid");
  const language = useLanguage();
  const langOf = useLang();
  if (aids.length === 0) return null;
  return (
    <section className="aid-list">
      <h2>{t("listTitle")}</h2>
      <p className="hint">{t("listLead")}</p>
      <ul>
        {aids.map((aid) => (
          <li key={aid.id} lang={langOf(aid.language)}>
            <Link to={paths.aid(language, courseId, aid.id)}>{aid.title}</Link>
            <p className="outline-summary">{aid.summary}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
