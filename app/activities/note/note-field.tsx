import { type FormEvent, useState } from "react";
import { countLetters } from "#app/domain/note-text.ts";
import { useKindWords } from "#app/ui/kind-words.ts";
import { words } from "./words.ts";

/** From this share of the limit on, the field says how many letters are left. */
const NEAR_THE_END = 0.9;

/**
 * The field for a text that only its writer sees. On paper stands the whole text, or empty lines to write on.
 * @param value what is written there when the page is made
 * @param letters the most that it may have
 * @param label id of the element that names it; without one, it is called “Your note”
 * @param describedBy ids of the elements that describe it
 * @param open whether it can be written in
 */
export function NoteField({
  id,
  name,
  value,
  letters,
  label,
  describedBy,
  rows = 6,
  open,
}: {
  id: string;
  name: string;
  value: string;
  letters: number;
  label?: string;
  describedBy: string;
  rows?: number;
  open: boolean;
}) {
  const t = useKindWords(words);
  const [text, setText] = useState(value);
  const count = countLetters(text);
  const over = count > letters;
  const near = count >= letters * NEAR_THE_END;
  return (
    <div className={`field note-field${over ? " field-wrong" : ""}${text.trim() === "" ? "" : " note-written"}`}>
      {!label && <label htmlFor={id}>{t("yours")}</label>}
      <textarea
        id={id}
        name={name}
        rows={rows}
        defaultValue={value}
        readOnly={!open}
        aria-labelledby={label}
        aria-describedby={near ? `${describedBy} ${id}-count` : describedBy}
        aria-invalid={over ? true : undefined}
        onInput={(event: FormEvent<HTMLTextAreaElement>) => setText(event.currentTarget.value)}
      />
      {near && (
        <p className={over ? "note-count field-problem" : "note-count"} id={`${id}-count`}>
          {over ? t("over", { count: count - letters }) : t("left", { count: letters - count })}
        </p>
      )}
      <div className="note-paper" aria-hidden="true">
        {text}
      </div>
    </div>
  );
}

/** Says that nobody else sees what is written here, and how it is deleted. */
export function NotePrivacy({ id }: { id: string }) {
  const t = useKindWords(words);
  return (
    <p className="note-privacy" id={id}>
      {t("private")}
    </p>
  );
}

/** The button that saves: without script there is no other way, and with it some want to be sure. */
export function NoteSave() {
  const t = useKindWords(words);
  return (
    <button type="submit" className="button button-small" name="intent" value="answer">
      {t("save")}
    </button>
  );
}
