import type { LoaderFunctionArgs } from "@remix-run/node";
import { createTranslator } from "use-intl";
import { formatDate } from "#app/domain/calendar-date.ts";
import type { Language } from "#app/domain/language.ts";
import type { WrittenNote } from "#app/domain/note.ts";
import { plainText } from "#app/domain/rich-text.ts";
import { formattingLocale, loadedMessages } from "#app/locales/messages.ts";
import { listNotesOf } from "#app/store/notes.server.ts";
import { loaderOf, requireAccount, requireLanguage } from "../request.server.ts";
import { requireCourse } from "./course-facts.server.ts";
import { writtenNotes } from "./written-notes.server.ts";

export const handle = { access: "account" };

/** The reader's own notes of a course as a text that every editor opens: UTF-8, lines ended as old Windows programs want them. */
export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  const { account } = await requireAccount(request, context, language);
  const course = requireCourse(params);
  const { store, timeZone } = context.services;
  const kept = await store.read((db) => listNotesOf(db, { accountId: account.id, courseId: course.id }));
  const notes = writtenNotes(kept, { course, language, timeZone });
  return new Response(asText(course.title[language], notes, language), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="notes-${course.id}.txt"`,
      "Cache-Control": "private, no-store",
    },
  });
});

function asText(title: string, notes: readonly WrittenNote[], language: Language): string {
  const messages = { notes: loadedMessages(language).notes };
  const t = createTranslator({ locale: formattingLocale(language), messages, timeZone: "UTC", namespace: "notes" });
  const entries = notes.map(({ lesson, asked, parts, writtenOn }) => [
    lesson?.title ?? t("goneLesson"),
    asked.length === 0 ? t("gone") : plainText(asked),
    ...parts.flatMap((part) => [
      ...(part.asked?.length ? [plainText(part.asked)] : []),
      part.text,
      ...(part.verdict ? [t("compared", { verdict: t("verdict", { verdict: part.verdict }) })] : []),
    ]),
    ...(writtenOn ? [t("writtenOn", { date: formatDate(writtenOn, language) })] : []),
  ]);
  const paragraphs = [t("title"), title, ...(entries.length === 0 ? [t("empty")] : entries.map(joined))];
  return `${paragraphs.join("\n\n").replaceAll("\n", "\r\n")}\r\n`;
}

function joined(paragraphs: string[]): string {
  return ["* * *", ...paragraphs].join("\n\n");
}
