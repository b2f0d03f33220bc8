import { InvalidArgumentError } from "commander";
import { DaySchema } from "#app/compiler/ids.ts";

/** The option of every command that judges by a day; without it, the day is today. */
export const TODAY_OPTION = [
  "--today <day>",
  "the day against which review dates are held, such as 2027-01-31",
  calendarDay,
] as const;

/** The day on which the author sits at the desk, not the one in Greenwich. */
export function dayOf(now: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function calendarDay(value: string): string {
  if (DaySchema.safeParse(value).success) return value;
  throw new InvalidArgumentError("It must be a day of the calendar such as 2027-01-31.");
}
