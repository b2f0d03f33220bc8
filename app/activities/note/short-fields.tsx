import { type FormEvent, useState } from "react";
import { formatDate, formatNumber } from "#app/domain/calendar-date.ts";
import { FIRST_DAY, LAST_DAY, readDay } from "#app/domain/note-day.ts";
import { countLetters } from "#app/domain/note-text.ts";
import { useKindWords } from "#app/ui/kind-words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { words } from "./words.ts";

interface Field {
  id: string;
  name: string;
  /** What was saved last. */
  value: string;
  open?: boolean;
  describedBy?: string | undefined;
  /** Class of the element that stands for the field on paper; without one, there is none. */
  paper?: string;
}

/**
 * A field of a note that has many; it says at once when its text is too long to be kept, and cuts nothing off.
 * @param letters the most that it may have
 */
export function TextField({
  id,
  name,
  value,
  letters,
  rows = 1,
  open = true,
  describedBy = "",
  paper,
}: Field & { letters: number; rows?: number }) {
  const t = useKindWords(words);
  const language = useLanguage();
  const [length, setLength] = useState(countLetters(value));
  const long = length > letters;
  const described = [describedBy, long ? `${id}-long` : ""].filter(Boolean).join(" ");
  const field = {
    id,
    name,
    defaultValue: value,
    disabled: !open,
    "aria-describedby": described || undefined,
    "aria-invalid": long || undefined,
    onInput: ({ currentTarget }: FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setLength(countLetters(currentTarget.value.trim())),
  };
  return (
    <>
      {long && (
        <p className="field-problem" id={`${id}-long`}>
          {t("tooLong", { count: formatNumber(length, language), most: formatNumber(letters, language) })}
        </p>
      )}
      {rows === 1 ? <input type="text" autoComplete="off" {...field} /> : <textarea rows={rows} {...field} />}
      {paper && <p className={paper}>{value}</p>}
    </>
  );
}

export function DayField({ id, name, value, open = true, describedBy, paper }: Field) {
  const language = useLanguage();
  const day = readDay(value);
  const wrong = value !== "" && !day.ok;
  return (
    <>
      <input
        // A date field would show nothing of what is no day, and then send nothing.
        type={wrong ? "text" : "date"}
        id={id}
        name={name}
        defaultValue={value}
        min={FIRST_DAY}
        max={LAST_DAY}
        disabled={!open}
        aria-describedby={describedBy}
        aria-invalid={wrong || undefined}
      />
      {paper && <p className={paper}>{day.ok ? formatDate(day.value, language) : value}</p>}
    </>
  );
}
