import { z } from "zod";
import { formatDate, isCalendarDay } from "#app/domain/calendar-date.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import type { NotePart } from "#app/domain/note.ts";
import type { FormFields, OpenDefinition } from "../activity.ts";
import { RichTextSchema } from "../choice.ts";
import { PartSchema } from "../pairs.ts";
import { LONGEST_ENTRIES } from "./entries.ts";
import { levelOf, statementsOf } from "./summary.ts";
import { words } from "./words.ts";

const PublicSchema = z.strictObject({
  kind: z.literal("rate"),
  id: z.string(),
  outcome: z.string(),
  setting: RichTextSchema,
  stem: RichTextSchema,
  /** Of the page. */
  language: z.enum(LANGUAGES),
  /** The lowest first; it counts 0, and each further one 1 more. “I do not know” is offered besides and counts nothing. */
  levels: z.array(z.string()).min(2).max(6),
  /** Statements have the ids `d1s1`, `d1s2`, `d2s1` … by their dimension and their place in it. */
  dimensions: z.array(z.strictObject({ name: z.string(), statements: z.array(PartSchema).min(1) })).min(1),
  /** What stands under the statements; may be empty. */
  closing: RichTextSchema,
});

/** What was entered for one statement; absent where nothing was. */
const EntrySchema = z.strictObject({
  /** Place of a level, from "0", or "unknown". */
  level: z.string().optional(),
  evidence: z.string().max(LONGEST_ENTRIES.evidence).optional(),
  who: z.string().max(LONGEST_ENTRIES.who).optional(),
  improve: z.string().max(LONGEST_ENTRIES.improve).optional(),
});
const ResponseSchema = z.strictObject({
  /** By id of the statement. */
  entries: z.record(z.string(), EntrySchema),
  /** The day of the next look, as it was entered; mostly `YYYY-MM-DD`. */
  look: z.string().max(LONGEST_ENTRIES.look).optional(),
});

export type RatePublic = z.infer<typeof PublicSchema>;
export type RateEntry = z.infer<typeof EntrySchema>;
export type RateResponse = z.infer<typeof ResponseSchema>;

/** A learner's own look at their office. Nothing of it is counted, compared or seen by anybody else. */
export const rate: OpenDefinition<RatePublic, RateResponse> & { kind: "rate" } = {
  kind: "rate",
  keeps: "note",
  PublicSchema,
  ResponseSchema,
  readResponse(activity, form) {
    // The button that deletes everything sends the fields along.
    if (form.getAll("answer.clear").length > 0) return null;
    const entries: Record<string, RateEntry> = {};
    for (const { id } of statementsOf(activity)) {
      const entry = readEntry(activity, id, form);
      if (Object.keys(entry).length > 0) entries[id] = entry;
    }
    const look = textIn(form, "answer.look", LONGEST_ENTRIES.look);
    if (Object.keys(entries).length === 0 && look === "") return null;
    return look === "" ? { entries } : { entries, look };
  },
  told: toldOf,
};

function readEntry({ levels }: RatePublic, id: string, form: FormFields): RateEntry {
  const entry: RateEntry = {};
  const [level] = form.getAll(`answer.${id}`);
  if (level === "unknown" || levels.some((_, place) => String(place) === level)) entry.level = String(level);
  for (const name of ["evidence", "who", "improve"] as const) {
    const text = textIn(form, `answer.${name}.${id}`, LONGEST_ENTRIES[name]);
    if (text !== "") entry[name] = text;
  }
  return entry;
}

/** What goes beyond the length that the field itself allows is cut off. */
function textIn(form: FormFields, name: string, longest: number): string {
  const [text] = form.getAll(name);
  return typeof text === "string" ? text.replace(/\r\n?/g, "\n").trim().slice(0, longest).trim() : "";
}

/** The statements that have any entry, in the order of the page, then the day of the next look; in the language of the page. */
function toldOf(activity: RatePublic, response: RateResponse): NotePart[] {
  const say = words[activity.language];
  const lines = statementsOf(activity).flatMap(({ id, text }) => {
    const entry = Object.hasOwn(response.entries, id) ? response.entries[id] : undefined;
    if (!entry) return [];
    const level = levelOf(activity, response, id);
    const said = [
      level === "unknown" ? say.unknown : level === null ? null : `${level} · ${activity.levels[level]}`,
      entry.evidence && `${say.evidence}: ${entry.evidence}`,
      entry.who && `${say.who}: ${entry.who}`,
      entry.improve && `${say.improve}: ${entry.improve}`,
    ].filter(Boolean);
    return said.length === 0 ? [] : [{ asked: text, text: said.join("\n"), verdict: null }];
  });
  const { look = "" } = response;
  const day = isCalendarDay(look) ? formatDate(look, activity.language) : look;
  return day === "" ? lines : [...lines, { asked: [say.look], text: day, verdict: null }];
}
