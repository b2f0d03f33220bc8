import { Children, Fragment, isValidElement, type ReactNode, Suspense } from "react";
import { useTranslations } from "use-intl";
import { loadedLesson, loadLesson } from "#app/catalogue/lessons.ts";
import { hasMessages, loadMessages } from "#app/locales/messages.ts";
import { LanguageProvider, useLanguage } from "../language.tsx";
import { Prose } from "../lesson-elements.tsx";
import { SourceList, TermList } from "../lesson-notes.tsx";
import { LANGUAGE_NAMES } from "../shell.tsx";
import { PreviewActivity } from "./preview-activity.tsx";
import { type PreviewPage, PreviewColumnProvider } from "./preview-column.ts";
import { previewElements } from "./preview-elements.tsx";

type Column = PreviewPage["columns"][number];

/**
 * A lesson or quiz in one language or in two: each section stands beside the same section. The browser fetches lessons and words
 * before it takes over what the server has drawn.
 */
export function PreviewBody({ page }: { page: PreviewPage }) {
  return (
    <Suspense fallback={null}>
      <Loaded page={page}>
        <Rows page={page} />
      </Loaded>
    </Suspense>
  );
}

function Loaded({ page, children }: { page: PreviewPage; children: ReactNode }) {
  const loads = page.columns.flatMap(({ language, lessonKey }) => [
    ...(hasMessages(language) ? [] : [loadMessages(language)]),
    ...(lessonKey === null || loadedLesson(lessonKey) ? [] : [loadLesson(lessonKey)]),
  ]);
  // React waits for a promise that is thrown, and keeps the server's page meanwhile.
  if (loads.length > 0) throw Promise.all(loads);
  return <>{children}</>;
}

function Rows({ page }: { page: PreviewPage }) {
  const reader = useLanguage();
  const parts = page.columns.map((column) => partsOf(column));
  const rows = Math.max(...parts.map((own) => own.length));
  return (
    <div className={page.columns.length > 1 ? "preview-rows preview-beside" : "preview-rows"}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sections of a page never move
        <div className="preview-row" key={row}>
          {page.columns.map((column, index) => {
            const { language, reviews, problems, responses } = column;
            const prefix = index === 0 ? "" : `${language}-`;
            return (
              <div lang={language} key={language}>
                {page.columns.length > 1 && <p className="preview-language">{LANGUAGE_NAMES[language]}</p>}
                <PreviewColumnProvider value={{ page, language, prefix, reviews, problems, responses, reader }}>
                  <LanguageProvider language={language}>
                    <Prose>{parts[index]?.[row]}</Prose>
                  </LanguageProvider>
                </PreviewColumnProvider>
              </div>
            );
          })}
        </div>
      ))}
      <div className="preview-row">
        {page.columns.map((column, index) => (
          <div lang={column.language} key={column.language}>
            <LanguageProvider language={column.language}>
              <Notes column={column} prefix={index === 0 ? "" : `${column.language}-`} />
            </LanguageProvider>
          </div>
        ))}
      </div>
    </div>
  );
}

/** What stands between two section headings, or one question of a quiz. */
function partsOf(column: Column): ReactNode[] {
  const lesson = column.lessonKey === null ? null : loadedLesson(column.lessonKey);
  if (!lesson) {
    return column.items.map((item, index) => (
      <Question key={item.id} item={item} number={index + 1} total={column.items.length} />
    ));
  }
  const tree = lesson.default({ components: previewElements });
  const whole = isValidElement<{ children?: ReactNode }>(tree) && tree.type === Fragment ? tree.props.children : tree;
  const parts: ReactNode[][] = [];
  for (const node of Children.toArray(whole)) {
    const begins = isValidElement<{ id?: string }>(node) && node.type === previewElements.h2 && node.props.id;
    if (begins || parts.length === 0) parts.push([]);
    parts.at(-1)?.push(node);
  }
  return parts;
}

function Question({ item, number, total }: { item: Column["items"][number]; number: number; total: number }) {
  const t = useTranslations("quiz");
  return <PreviewActivity kind={item.kind} data={item} heading={t("question", { number, total })} />;
}

function Notes({ column, prefix }: { column: Column; prefix: string }) {
  const lesson = column.lessonKey === null ? null : loadedLesson(column.lessonKey);
  return (
    lesson && (
      <>
        <TermList terms={lesson.meta.terms} prefix={prefix} />
        <SourceList sources={lesson.meta.sources} prefix={prefix} />
      </>
    )
  );
}
