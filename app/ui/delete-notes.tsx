import { useTranslations } from "use-intl";
import type { WrittenNote } from "#app/domain/note.ts";
import { Link } from "./link.tsx";
import { NoteParts, NoteQuestion } from "./note-parts.tsx";

/**
 * Asks once more before texts are deleted, and shows which.
 * @param all whether it is everything that was written in the course
 * @param address of the page of notes
 */
export function DeleteNotes({ notes, all, address }: { notes: readonly WrittenNote[]; all: boolean; address: string }) {
  const t = useTranslations("notes");
  return (
    <>
      <h1>{all ? t("deleteAllTitle") : t("deleteTitle")}</h1>
      <p className="lead">{t("deleteText")}</p>
      {notes.map((note) => (
        <section className="note" key={note.activityId}>
          <NoteQuestion note={note} />
          <NoteParts note={note} />
        </section>
      ))}
      <form method="post" action={address} className="actions">
        {!all && <input type="hidden" name="activity" value={notes[0]?.activityId ?? ""} />}
        <button className="button" type="submit" name="intent" value={all ? "delete-all" : "delete"}>
          {all ? t("deleteAll") : t("delete")}
        </button>
        <Link className="button button-quiet" to={address}>
          {t("keep")}
        </Link>
      </form>
    </>
  );
}
