import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { loadViews } from "#app/activities/views.tsx";
import { lessonKeyAt } from "#app/catalogue/lesson-address.ts";
import { loadLesson } from "#app/catalogue/lessons.ts";
import { isLanguage } from "#app/domain/language.ts";
import { loadMessages } from "#app/locales/messages.ts";

/** What the page shows must be in memory before React takes it over, or it would render something else. */
async function hydrate(): Promise<void> {
  const language = document.documentElement.lang;
  const lesson = lessonKeyAt(location.pathname);
  await Promise.all([
    isLanguage(language) ? loadMessages(language) : undefined,
    lesson ? loadLesson(lesson) : undefined,
    loadViews(kindsOnPage()),
  ]);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  });
}

/** The page that the server made says itself which kinds of activities stand on it. */
function kindsOnPage(): string[] {
  return [...document.querySelectorAll<HTMLElement>(".activity")].map(({ dataset }) => dataset.kind ?? "");
}

void hydrate();
