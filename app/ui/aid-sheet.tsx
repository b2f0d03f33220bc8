import { useTranslations } from "use-intl";
import { formatDate } from "#app/domain/calendar-date.ts";
import type { Language } from "#app/domain/language.ts";
import { useLang, useLanguage } from "./language.tsx";
import { LessonBody } from "./lesson-body.tsx";

export interface AidSheetView {
  /** Key of its page, which is in memory. */
  key: string;
  title: string;
  /** Of title and text. */
  textLanguage: Language;
  courseTitle: string;
  lawAsOf: string;
  reviewed: boolean;
  /** As it is printed. */
  version: string;
  /** The address of the QR code, and the code as a path of so many modules. */
  address: string;
  code: { size: number; path: string };
}

/** What is printed: one side of A5, with the way back to the current version at its foot. */
export function AidSheet({ sheet }: { sheet: AidSheetView }) {
  const t = useTranslations("aid");
  const course = useTranslations("course");
  const language = useLanguage();
  const lang = useLang()(sheet.textLanguage);
  const { code, address } = sheet;
  return (
    <article className="aid-sheet" aria-label={t("sheet")}>
      <p className="aid-course">{sheet.courseTitle}</p>
      <h1 lang={lang}>{sheet.title}</h1>
      <LessonBody lessonKey={sheet.key} activities={{}} />
      <footer className="aid-foot">
        <svg viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={t("code")} className="aid-code">
          <rect width={code.size} height={code.size} fill="#fff" />
          <path d={code.path} fill="#000" />
        </svg>
        <div>
          <p>
            {t("check")}
            <br />
            <span className="aid-address">{address}</span>
          </p>
          <p>
            <strong>{t("version", { version: sheet.version })}</strong>
            {" · "}
            {course("lawAsOf", { date: formatDate(sheet.lawAsOf, language) })}
          </p>
          <p className="aid-small">
            {!sheet.reviewed && `${t("unreviewed")} `}
            {t("independent")}
          </p>
        </div>
      </footer>
    </article>
  );
}
