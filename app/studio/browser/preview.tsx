/** Inside the preview's frame: the product's own components draw the module that the compiler made. */
import "@fontsource-variable/source-sans-3/wght.css";
import "@fontsource-variable/source-sans-3/wght-italic.css";
import "#app/ui/styles/tokens.css";
import "#app/ui/styles/base.css";
import "#app/ui/styles/forms.css";
import "#app/ui/styles/course.css";
import "#app/ui/styles/lesson.css";
import "#app/ui/styles/activity.css";
import "#app/ui/styles/kinds/figures.css";
import "#app/ui/styles/kinds/calculator.css";
import "#app/ui/styles/kinds/decide.css";
import "#app/ui/styles/kinds/cards.css";
import "#app/ui/styles/kinds/scenario.css";
import "#app/ui/styles/kinds/confidence.css";
import "#app/ui/styles/kinds/rate.css";
import "#app/ui/styles/kinds/survey.css";
import "#app/ui/styles/kinds/notes.css";
import "#app/ui/styles/kinds/plan.css";
import { lessons } from "virtual:waymark/lessons";
import { Component, type ReactNode, useLayoutEffect } from "react";
import { createRoot } from "react-dom/client";
import { MemoryRouter } from "react-router-dom";
import { useTranslations } from "use-intl";
import { loadViews } from "#app/activities/views.tsx";
import type { LessonModule } from "#app/catalogue/lesson-module.ts";
import { paths } from "#app/domain/paths.ts";
import { loadMessages } from "#app/locales/messages.ts";
import { LanguageProvider } from "#app/ui/language.tsx";
import { LessonBody } from "#app/ui/lesson-body.tsx";
import type { FrameMessage, Preview } from "../api.ts";

/** A browser never forgets a module: after so many the frame begins anew. */
const MOST_MODULES = 400;

/** As the product's own router is set. */
const ROUTER = { v7_startTransition: true, v7_relativeSplatPath: true };

const element = document.getElementById("studio");
const root = element && createRoot(element);
let count = 0;
/** Of the newest message: an older module that arrives later is not drawn. */
let turn = 0;

window.addEventListener("message", (event: MessageEvent<FrameMessage>) => {
  if (event.source !== window.parent || event.origin !== window.location.origin) return;
  if (event.data.kind === "show") void show(event.data.preview);
});

// A link of a lesson would leave the preview: pages of the product are opened in the studio, others in a window of their own.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const href = link?.getAttribute("href");
  if (!link || !href || href.startsWith("#") || event.defaultPrevented) return;
  if (href.startsWith("/")) {
    event.preventDefault();
    say({ kind: "open", path: href });
  } else {
    link.target = "_blank";
  }
});

say({ kind: "ready" });

async function show(preview: Preview): Promise<void> {
  turn += 1;
  const mine = turn;
  const { module, language } = preview;
  const known = Object.hasOwn(lessons, module);
  if (!known && count >= MOST_MODULES) return window.location.reload();
  const [lesson] = await Promise.all([
    known ? lessons[module] : (import(/* @vite-ignore */ module) as Promise<LessonModule>),
    loadMessages(language),
  ]);
  await loadViews(lesson?.meta.kinds ?? []);
  if (!lesson || mine !== turn) return;
  if (!known) count += 1;
  lessons[module] = lesson;
  document.documentElement.lang = language;
  root?.render(<Lesson key={module} preview={preview} />);
}

function Lesson({ preview }: { preview: Preview }) {
  const { language, courseId, moduleId, lessonId, module } = preview;
  return (
    <MemoryRouter future={ROUTER} initialEntries={[paths.lesson(language, courseId, moduleId || "course", lessonId)]}>
      <LanguageProvider language={language}>
        <Fallible module={module}>
          <Page preview={preview} />
        </Fallible>
      </LanguageProvider>
    </MemoryRouter>
  );
}

function Page({ preview }: { preview: Preview }) {
  const time = useTranslations("time");
  const lesson = useTranslations("lesson");
  const { module, title, moduleTitle, minutes, activities } = preview;
  const behind = lessons[module]?.meta.blocksBehind ?? 0;
  useLayoutEffect(() => say({ kind: "shown", module }), [module]);
  return (
    <main className="page lesson-page">
      <p className="facts">
        <span>{moduleTitle}</span>
        {minutes !== null && <span>{time("short", { count: minutes })}</span>}
      </p>
      <h1>{title}</h1>
      {behind > 0 && <p className="review-state">{lesson("behind", { count: behind })}</p>}
      <LessonBody lessonKey={module} activities={activities} />
    </main>
  );
}

/** A lesson that cannot be drawn is the studio's fault, not the author's: it is said in the console and the page stays usable. */
class Fallible extends Component<{ module: string; children: ReactNode }, { failed: string | null }> {
  override state = { failed: null };

  static getDerivedStateFromError(error: unknown): { failed: string } {
    return { failed: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    return this.state.failed === null ? this.props.children : <p lang="en">{this.state.failed}</p>;
  }
}

function say(message: FrameMessage): void {
  window.parent.postMessage(message, window.location.origin);
}
