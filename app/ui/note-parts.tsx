import { useTranslations } from "use-intl";
import { formatDate } from "#app/domain/calendar-date.ts";
import type { WrittenNote } from "#app/domain/note.ts";
import { useLang, useLanguage } from "./language.tsx";
import { RichText } from "./rich-text.tsx";

/** The question that a note answers. */
export function NoteQuestion({ note: { asked, askedIn } }: { note: WrittenNote }) {
  const t = useTranslations("notes");
  const langOf = useLang();
  return (
    <div className="note-asked" lang={asked.length === 0 ? undefined : langOf(askedIn)}>
      {asked.length === 0 ? t("gone") : <RichText nodes={asked} />}
    </div>
  );
}

/** What was written, in its own lines and its own language. */
export function NoteParts({ note: { parts, language, askedIn } }: { note: WrittenNote }) {
  const t = useTranslations("notes");
  const langOf = useLang();
  return parts.map(({ asked, text, verdict }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one note never move
    <div className="note-part" key={index}>
      {asked !== null && asked.length > 0 && (
        <div className="note-part-asked" lang={langOf(askedIn)}>
          <RichText nodes={asked} />
        </div>
      )}
      <blockquote className="note-text" lang={langOf(language)}>
        {text}
      </blockquote>
      {verdict && <p className="note-verdict">{t("compared", { verdict: t("verdict", { verdict }) })}</p>}
    </div>
  ));
}

/** The day of the newest text; nothing where none was written. */
export function WrittenOn({ note: { writtenOn } }: { note: WrittenNote }) {
  const t = useTranslations("notes");
  const language = useLanguage();
  return writtenOn === null ? null : <span>{t("writtenOn", { date: formatDate(writtenOn, language) })}</span>;
}
