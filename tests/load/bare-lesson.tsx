/**
 * The limit of lesson views: the same lessons by React and gzip alone, on Node's own HTTP server. No sessions, no database, no
 * routes; activities stand in them unanswered, with the fields and buttons that the product's page has.
 */
import { createServer } from "node:http";
import { gzip } from "node:zlib";
import { type ComponentType, createElement } from "react";
import { renderToString } from "react-dom/server";
import { useTranslations } from "use-intl";
import type { PublicActivity } from "#app/activities/activity.ts";
import { definitionOf } from "#app/activities/definitions.ts";
import { loadViews, viewOf } from "#app/activities/views.tsx";
import { lessonKeyAt } from "#app/catalogue/lesson-address.ts";
import { loadedLesson } from "#app/catalogue/lessons.ts";
import { isLanguage, LANGUAGES } from "#app/domain/language.ts";
import { loadMessages } from "#app/locales/messages.ts";
import { ActivityFrame } from "#app/ui/activity-frame.tsx";
import { LanguageProvider } from "#app/ui/language.tsx";
import { Callout, Card, Cite, Figure, Prose, Term } from "#app/ui/lesson-elements.tsx";
import { SourceList, TermList } from "#app/ui/lesson-notes.tsx";

/** As in `app/server/remix.ts`. */
const LEVEL = 4;

const components = { Activity, Callout, Card, Cite, Figure, Term };

function Activity({ kind, id, data }: { kind: string; id: string; data: PublicActivity }) {
  const t = useTranslations("activity");
  const order = definitionOf(kind).shuffled(data);
  return (
    <ActivityFrame id={id} kind={kind} activity={data} problem={null}>
      <form method="post">
        <View kind={kind} activity={data} order={order} />
        <button type="submit">{t("check")}</button>
      </form>
    </ActivityFrame>
  );
}

function View({ kind, activity, order }: { kind: string; activity: PublicActivity; order: string[] }) {
  const Kind = viewOf(kind);
  return <Kind activity={activity} order={order} prefix={activity.id} response={null} review={null} />;
}

function page(path: string): string {
  const language = path.split("/")[1];
  const lesson = loadedLesson(lessonKeyAt(path) ?? "");
  if (!lesson || !isLanguage(language)) throw new Error(`There is no lesson at ${path}.`);
  const Lesson = lesson.default as ComponentType<{ components: Record<string, unknown> }>;
  return renderToString(
    <LanguageProvider language={language}>
      <h1>{lesson.meta.title}</h1>
      <Prose>{createElement(Lesson, { components })}</Prose>
      <TermList terms={lesson.meta.terms} />
      <SourceList sources={lesson.meta.sources} />
    </LanguageProvider>,
  );
}

await Promise.all([...LANGUAGES.map(loadMessages), loadViews()]);
const server = createServer((request, response) => {
  const html = Buffer.from(`<!DOCTYPE html>${page(request.url ?? "/")}`);
  gzip(html, { level: LEVEL }, (error, packed) => {
    if (error) throw error;
    response.writeHead(200, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Encoding": "gzip",
      "Content-Length": packed.length,
    });
    response.end(packed);
  });
});
server.listen(Number(process.argv[2]), "127.0.0.1", () => process.stdout.write("ready\n"));
