/** Dates as they are written in English, Russian and Belarusian. The months of all three are understood in each. */

export interface CalendarDate {
  /** Null in “12 May”. */
  year: number | null;
  /** 1 to 12. */
  month: number;
  /** Null in “May 2025”. */
  day: number | null;
  /** The month is only an adjective, and may belong to something else than the year. */
  loose: boolean;
}

/** By month. An English month has a capital: “may” and “march” are words. */
const MONTHS: readonly RegExp[] = [
  "Jan(?:uary)?|[Яя]нвар(?:[ьяе]|[её]м)|[Сс]тудзен(?:[ьяі]|ем)",
  "Feb(?:ruary)?|[Фф]еврал(?:[ьяе]|[её]м)|[Лл]ют(?:ы|ага|аму|ым)",
  "Mar(?:ch)?|[Мм]арт(?:[ае]|ом)?|[Сс]акавік(?:[ау]|ом)?",
  "Apr(?:il)?|[Аа]прел(?:[ьяе]|ем)|[Кк]расавік(?:[ау]|ом)?",
  "May|[Мм]а(?:[йяеі]|ем)|[Тт]ра(?:вень|ўня|ўні|ўнем)",
  "June?|[Ии]юн(?:[ьяе]|ем)|[Чч]эрвен(?:[ьяі]|ем)",
  "July?|[Ии]юл(?:[ьяе]|ем)|[Лл]іпен(?:[ьяі]|ем)",
  "Aug(?:ust)?|[Аа]вгуст(?:[ае]|ом)?|[Жж]ні(?:вень|ўня|ўні|ўнем)",
  "Sept?(?:ember)?|[Сс]ентябр(?:[ьяе]|[её]м)|[Вв]ерас(?:ень|ня|ні|нем)",
  "Oct(?:ober)?|[Оо]ктябр(?:[ьяе]|[её]м)|[Кк]астрычнік(?:[ау]|ам)?",
  "Nov(?:ember)?|[Нн]оябр(?:[ьяе]|[её]м)|[Лл]істапад(?:а|зе|ам)?",
  "Dec(?:ember)?|[Дд]екабр(?:[ьяе]|[её]м)|[Сс]неж(?:ань|ня|ні|нем)",
].map((words) => new RegExp(`^(?:${words})$`, "u"));

/** By month, the beginning of its adjective: “чэрвеньскай публікацыі 2024 года” is June 2024. */
const ADJECTIVES: readonly RegExp[] = [
  "январск|студзеньск",
  "февральск|лютаўск",
  "мартовск|сакавіцк",
  "апрельск|красавіцк",
  "майск|травеньск",
  "июньск|чэрвеньск",
  "июльск|ліпеньск",
  "августовск|жнівеньск",
  "сентябрьск|верасеньск",
  "октябрьск|кастрычніцк",
  "ноябрьск|лістападаўск",
  "декабрьск|снежаньск",
].map((stems) => new RegExp(`^(?:${stems})`, "u"));

const ANY = MONTHS.map(({ source }) => source.slice(1, -1)).join("|");
const MONTH = `(?<!\\p{L})(?<month>${ANY})(?!\\p{L})\\.?`;
const DAY = "(?<day>\\d{1,2})(?:[-‑]?(?:st|nd|rd|th|го|га|е|ае))?";
const FORMS: readonly RegExp[] = [
  /(?<year>\d{4})-(?<number>\d{2})-(?<day>\d{2})(?!\d)/uy,
  /(?<day>\d{1,2})[./](?<number>\d{1,2})[./](?<year>\d{4})(?!\d)/uy,
  new RegExp(`${DAY}\\s+(?:of\\s+)?${MONTH}(?:,?\\s+(?<year>\\d{4})(?!\\d))?`, "uy"),
];
/** Where the month comes first, the reader meets its number first and looks back. */
const MONTH_BEFORE = new RegExp(`${MONTH},?\\s+(?:of\\s+)?$`, "u");
const ADJECTIVE_BEFORE = new RegExp(
  `(?<!\\p{L})(?<month>${ADJECTIVES.map(({ source }) => source.slice(1)).join("|")})\\p{Ll}{2,3}(?:\\s+\\p{L}{4,}){1,2}\\s+$`,
  "u",
);
const YEAR = /(?<year>[12]\d{3})(?!\d)/uy;
const AFTER_MONTH: readonly RegExp[] = [
  new RegExp(`${DAY},?\\s+(?<year>\\d{4})(?!\\d)`, "uy"),
  YEAR,
  new RegExp(`${DAY}(?![\\p{L}\\d:%]|[.,]\\d|\\s*(?:%|\\d))`, "uy"),
];

/** The date that begins with the digit at `at`, or with a month right before it; null when there is none. */
export function findDate(text: string, at: number): { from: number; to: number; date: CalendarDate } | null {
  if (/\d/.test(text[at - 1] ?? "")) return null;
  for (const form of FORMS) {
    const match = matchAt(form, text, at);
    const date = match && dateOf(match.groups ?? {}, false);
    if (match && date) return { from: at, to: at + match[0].length, date };
  }
  const words = text.slice(Math.max(0, at - 60), at);
  const noun = MONTH_BEFORE.exec(words);
  const before = noun ?? ADJECTIVE_BEFORE.exec(words);
  if (!before) return null;
  for (const form of noun ? AFTER_MONTH : [YEAR]) {
    const match = matchAt(form, text, at);
    const date = match && dateOf({ ...before.groups, ...match.groups }, noun === null);
    if (match && date) return { from: at - before[0].length, to: at + match[0].length, date };
  }
  return null;
}

function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}

function dateOf(groups: Record<string, string | undefined>, loose: boolean): CalendarDate | null {
  const { year, month, number, day } = groups;
  const date = {
    year: year === undefined ? null : Number(year),
    month: number === undefined ? monthOf(month ?? "") : Number(number),
    day: day === undefined ? null : Number(day),
    loose,
  };
  if (date.month < 1 || date.month > 12 || (date.day !== null && (date.day < 1 || date.day > 31))) return null;
  return date;
}

/** 1 to 12; 0 when it is no month. */
function monthOf(word: string): number {
  const noun = MONTHS.findIndex((words) => words.test(word));
  return (noun < 0 ? ADJECTIVES.findIndex((stems) => stems.test(word)) : noun) + 1;
}
