import { useTranslations } from "use-intl";
import type { WrittenNote } from "#app/domain/note.ts";
import { paths } from "#app/domain/paths.ts";
import { useLang, useLanguage } from "./language.tsx";
import { Link } from "./link.tsx";
import { NoteParts, NoteQuestion, WrittenOn } from "./note-parts.tsx";

/** Everything that a learner wrote in a course for themselves, under the lesson in which it was written, and what can be done with it. */
export function NoteList({ courseId, notes }: { courseId: string; notes: readonly WrittenNote[] }) {
  const t = useTranslations("notes");
  const language = useLanguage();
  const address = paths.notes(language, courseId);
  if (notes.length === 0) {
    return (
      <>
        <p>{t("empty")}</p>
        <p>
          <Link className="button" to={paths.course(language, courseId)}>
            {t("toCourse")}
          </Link>
        </p>
      </>
    );
  }
  return (
    <>
      {notes.map((note, index) => (
        <Entry key={note.activityId} note={note} before={notes[index - 1] ?? null} address={address} />
      ))}
      <p className="actions note-actions">
        {/* A file, not a page: the router must not ask for it. */}
        <a className="button" href={paths.notesFile(language, courseId)}>
          {t("download")}
        </a>
        <Link className="button button-quiet" to={`${address}?deleteAll`}>
          {t("deleteAll")}
        </Link>
      </p>
    </>
  );
}

/** @param before the note above, under whose heading it may stand */
function Entry({ note, before, address }: { note: WrittenNote; before: WrittenNote | null; address: string }) {
  const t = useTranslations("notes");
  const langOf = useLang();
  const { activityId, lesson } = note;
  const title = lesson?.title ?? null;
  const begins = before === null || title !== (before.lesson?.title ?? null);
  return (
    <>
      {begins && <h2 lang={title === null ? undefined : langOf(note.askedIn)}>{title ?? t("goneLesson")}</h2>}
      <section className="note" id={activityId} aria-labelledby={`${activityId}-asked`}>
        <div id={`${activityId}-asked`}>
          <NoteQuestion note={note} />
        </div>
        <NoteParts note={note} />
        <p className="note-facts">
          <WrittenOn note={note} />
          {lesson && (
            <Link to={lesson.to} aria-describedby={`${activityId}-asked`}>
              {t("change")}
            </Link>
          )}
          <Link to={`${address}?delete=${encodeURIComponent(activityId)}`} aria-describedby={`${activityId}-asked`}>
            {t("delete")}
          </Link>
        </p>
      </section>
    </>
  );
}
