import { createContext, type ReactNode, useContext } from "react";
import { useTranslations } from "use-intl";
import type { WrittenNote } from "#app/domain/note.ts";
import { Link } from "./link.tsx";
import { NoteParts, NoteQuestion, WrittenOn } from "./note-parts.tsx";

/** Notes of the learner who reads, by id of their activity; one that was not written has no parts. */
export type RecalledNotes = Record<string, WrittenNote>;

const Notes = createContext<RecalledNotes>({});
const NONE: RecalledNotes = {};

export function RecalledNotesProvider({
  notes = NONE,
  children,
}: {
  notes?: RecalledNotes | undefined;
  children: ReactNode;
}) {
  return <Notes.Provider value={notes}>{children}</Notes.Provider>;
}

/**
 * What the learner wrote earlier, with its question, its day and the way back to it. Where no learner reads, such as in a preview, it
 * says what will stand here.
 */
export function Recall({ of }: { of: string }) {
  const t = useTranslations("notes");
  const note = useContext(Notes)[of];
  return (
    <aside className="recall">
      <p className="recall-label">{t("recalled")}</p>
      {note === undefined ? <p>{t("recallExample", { id: of })}</p> : <Recalled note={note} />}
    </aside>
  );
}

function Recalled({ note }: { note: WrittenNote }) {
  const t = useTranslations("notes");
  const { lesson, parts } = note;
  return (
    <>
      <NoteQuestion note={note} />
      {parts.length === 0 ? <p>{t("notWritten")}</p> : <NoteParts note={note} />}
      <p className="note-facts">
        <WrittenOn note={note} />
        {lesson && (
          <Link to={lesson.to}>{parts.length === 0 ? t("write", { lesson: lesson.title }) : t("change")}</Link>
        )}
      </p>
    </>
  );
}
