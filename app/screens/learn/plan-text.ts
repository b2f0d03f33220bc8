import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Language } from "#app/domain/language.ts";
import { loadedMessages } from "#app/locales/messages.ts";
import { listNotesOf } from "#app/store/notes.server.ts";
import { loaderOf, notFound, requireAccount, requireLanguage } from "../request.server.ts";
import { requireCourse } from "./course-facts.server.ts";
import { type PlanSheet, planSheets } from "./plan-sheets.server.ts";

export const handle = { access: "account" };

/** What a learner wrote as action plans, as a text file that old programs open, too: with a byte order mark and line ends of both signs. */
export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  const { account } = await requireAccount(request, context, language);
  const course = requireCourse(params);
  const { store, timeZone } = context.services;
  const notes = await store.read((db) => listNotesOf(db, { accountId: account.id, courseId: course.id }));
  const written = planSheets({ course, notes, language, timeZone }).filter((sheet) => sheet.written !== null);
  if (written.length === 0) throw notFound();
  const text = written.map((sheet) => textOf(sheet, course.title[language], language)).join("\n\n\n");
  return new Response(`\ufeff${text}\n`.replace(/\n/g, "\r\n"), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": 'attachment; filename="plan.txt"',
      "Cache-Control": "private, no-store",
    },
  });
});

function textOf({ written }: PlanSheet, courseTitle: string, language: Language): string {
  const words = loadedMessages(language).plan;
  const lines = (written?.lines ?? []).map(({ title, text, actions }, index) => {
    const parts = actions.map(({ what, who, by, money }) => {
      const named = { [words.who]: who, [words.by]: by, [words.money]: money };
      const facts = Object.entries(named).flatMap(([name, value]) => (value === "" ? [] : `   ${name}: ${value}`));
      return [`– ${what}`, ...facts].join("\n");
    });
    return `${index + 1}. ${title}\n${[text, ...parts].filter(Boolean).join("\n") || "–"}`;
  });
  const head = [words.title, courseTitle, `${words.asOf} ${written?.on ?? ""}`];
  if (written?.finished) head.push(words.finished);
  return [head.join("\n"), ...lines].join("\n\n");
}
