/** What answers say about the questions of a course, for the authors who mend them. Nothing here says who answered. */
import { Command } from "commander";
import { readItemReports } from "#app/commands/read-item-reports.server.ts";
import {
  type Estimate,
  type ItemFlag,
  type ItemGroup,
  type ItemReport,
  LEAST_ANSWERS,
} from "#app/domain/item-statistics/item-report.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { env } from "#app/env.server.ts";
import { openStore } from "#app/store/open-store.server.ts";
import { tableLines } from "./content/table-lines.ts";

new Command("items")
  .description(
    "what answers say about the questions of a course: how hard they are, whom they tell apart, what nobody chooses",
  )
  .argument("<course>", "name of its folder")
  .option("--csv", "print every figure, in all and by language, as CSV")
  .action(async (course: string, { csv }: { csv?: boolean }) => {
    const store = await openStore({ url: env.DATABASE_URL, now: Date.now });
    try {
      const reports = await readItemReports({ store }, course);
      const sorted = reports.toSorted((a, b) => (a.item.id < b.item.id ? -1 : a.item.id > b.item.id ? 1 : 0));
      for (const line of csv ? csvLines(sorted) : tableOf(sorted)) console.log(line);
    } finally {
      await store.close();
    }
  })
  .parseAsync()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });

const HEAD = ["question", "version", "answers", "facility", "95 %", "tells apart", "95 %", "left open", "worth a look"];

function tableOf(reports: readonly ItemReport[]): string[] {
  if (reports.length === 0) return ["Nobody has handed in an attempt at this course yet."];
  const rows = reports.map(({ item, all, flags }) => [
    item.id,
    item.version.slice(0, 6),
    all ? String(all.answers) : `under ${LEAST_ANSWERS}`,
    ...(all ? [share(all.facility), span(all.facility, 100)] : ["–", "–"]),
    ...(all?.discrimination ? [all.discrimination.value.toFixed(2), span(all.discrimination, 1)] : ["–", "–"]),
    all ? `${Math.round(all.omissions * 100)} %` : "–",
    flags.map(wordsOf).join("; "),
  ]);
  return [
    ...tableLines(HEAD, rows),
    "Facility: the mean score. Tells apart: the correlation with the other questions of the attempt; below 0, those who know more err more.",
  ];
}

function share({ value }: Estimate): string {
  return `${Math.round(value * 100)} %`;
}

function span({ from, to }: Estimate, scale: 1 | 100): string {
  const digits = scale === 1 ? 2 : 0;
  return `${(from * scale).toFixed(digits)}…${(to * scale).toFixed(digits)}`;
}

function wordsOf(flag: ItemFlag): string {
  if (flag.kind === "dead-distractor") return `nobody falls for ${flag.option}`;
  if (flag.kind === "harder-in-language") return `much harder in ${LANGUAGES[flag.language]}`;
  return { "too-easy": "too easy", "too-hard": "too hard", "negative-discrimination": "those who know more err more" }[
    flag.kind
  ];
}

function csvLines(reports: readonly ItemReport[]): string[] {
  const head = [
    "question",
    "version",
    "language",
    "answers",
    "facility",
    "facility_from",
    "facility_to",
    "discrimination",
  ];
  const more = [
    "discrimination_from",
    "discrimination_to",
    "omissions",
    "median_seconds",
    "options",
    "dif_delta",
    "dif_class",
    "flags",
  ];
  const rows = reports.flatMap(({ item, all, byLanguage, dif, flags }) => [
    csvRow(item, "all", all, ["", "", flags.map(wordsOf).join("; ")]),
    ...byLanguage.map((group, index) => {
      const found = dif[index];
      return csvRow(item, LANGUAGES[index] ?? "", group, [found ? found.delta.toFixed(2) : "", found?.class ?? "", ""]);
    }),
  ]);
  return [[...head, ...more].join(","), ...rows.map((row) => row.map(cell).join(","))];
}

function csvRow(
  { id, version }: ItemReport["item"],
  language: string,
  group: ItemGroup | null,
  rest: string[],
): string[] {
  const figures = (one: Estimate | null) =>
    one ? [one.value, one.from, one.to].map((n) => n.toFixed(3)) : ["", "", ""];
  return [
    id,
    version,
    language,
    group ? String(group.answers) : "",
    ...figures(group?.facility ?? null),
    ...figures(group?.discrimination ?? null),
    group ? group.omissions.toFixed(3) : "",
    group?.medianSeconds?.toFixed(0) ?? "",
    (group?.options ?? []).map((one) => `${one.id}${one.right ? "*" : ""} ${one.value.toFixed(3)}`).join("; "),
    ...rest,
  ];
}

/** A text that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?[\d.]+$/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
