import { useState } from "react";
import { formatNumber } from "#app/domain/calendar-date.ts";
import { FIRST_DAY, LAST_DAY, readDay } from "#app/domain/note-day.ts";
import { countLetters } from "#app/domain/note-text.ts";
import { useKindWords } from "#app/ui/kind-words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { PLAN_LETTERS } from "./sheet.ts";
import { words } from "./words.ts";

interface Field {
  id: string;
  name: string;
  /** What was saved last. */
  value: string;
  open: boolean;
  describedBy?: string;
}

/** A field that says at once when its text is too long to be kept; on paper the text itself, or room for it. */
export function TextField({ id, name, value, rows, open, describedBy = "" }: Field & { rows: number }) {
  const t = useKindWords(words);
  const language = useLanguage();
  const [length, setLength] = useState(countLetters(value));
  const long = length > PLAN_LETTERS;
  const described = [describedBy, long ? `${id}-long` : ""].filter(Boolean).join(" ");
  const field = {
    id,
    name,
    defaultValue: value,
    disabled: !open,
    "aria-describedby": described || undefined,
    "aria-invalid": long || undefined,
    onChange: (event: { currentTarget: { value: string } }) =>
      setLength(countLetters(event.currentTarget.value.trim())),
  };
  return (
    <>
      {long && (
        <p className="field-problem" id={`${id}-long`}>
          {t("tooLong", { count: formatNumber(length, language), most: formatNumber(PLAN_LETTERS, language) })}
        </p>
      )}
      {rows === 1 ? <input type="text" autoComplete="off" {...field} /> : <textarea rows={rows} {...field} />}
      <p className={rows === 1 ? "plan-paper" : "plan-paper plan-paper-tall"}>{value}</p>
    </>
  );
}

/** @param shown the day in the reader's form */
export function DayField({ id, name, value, shown, open }: Field & { shown: string }) {
  const wrong = value !== "" && !readDay(value).ok;
  return (
    <>
      <input
        type="date"
        id={id}
        name={name}
        defaultValue={value}
        min={FIRST_DAY}
        max={LAST_DAY}
        disabled={!open}
        aria-invalid={wrong || undefined}
      />
      <p className="plan-paper">{shown}</p>
    </>
  );
}
