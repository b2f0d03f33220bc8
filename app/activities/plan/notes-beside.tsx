import type { MouseEvent } from "react";
import { useKindWords } from "#app/ui/kind-words.ts";
import type { RecalledNote } from "../activity-state.ts";
import { words } from "./words.ts";

/**
 * The writer's own notes, to be read beside a line; with script each goes into the line by a button.
 * @param id of the line's field
 */
export function NotesBeside({
  id,
  title,
  notes,
  scripted,
}: {
  id: string;
  title: string;
  notes: readonly RecalledNote[];
  scripted: boolean;
}) {
  const t = useKindWords(words);
  if (notes.length === 0) return null;
  return (
    <details className="plan-notes">
      <summary>{t("notes")}</summary>
      {notes.map((note) => (
        <div key={note.id} className="plan-note">
          <p className="plan-note-title">{note.title}</p>
          {note.lines.map(({ heading, text }, index) => {
            const quoted = `${id}-${note.id}-${index}`;
            return (
              <div key={quoted}>
                {heading !== note.title && <p>{heading}</p>}
                <blockquote id={quoted}>{text}</blockquote>
                {scripted && (
                  <button
                    type="button"
                    className="button button-quiet button-small"
                    aria-describedby={quoted}
                    onClick={(event) => copy(event, text)}
                  >
                    {t("copy", { line: title })}
                  </button>
                )}
              </div>
            );
          })}
        </div>
      ))}
    </details>
  );
}

/** Puts a text at the end of the line's field; of an actions line, into the first action that says nothing yet. */
function copy(event: MouseEvent, text: string): void {
  const fields = [...(event.currentTarget.closest("li")?.querySelectorAll("textarea") ?? [])];
  const field = fields.find(({ value }) => value.trim() === "") ?? fields.at(-1);
  if (!field) return;
  const before = field.value.trimEnd();
  // Not by `value`: React would take the change for its own, and nobody would save it.
  field.setRangeText(before === "" ? text : `${before}\n${text}`, 0, field.value.length, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}
