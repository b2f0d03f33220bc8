import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { loadViews } from "#app/activities/views.tsx";
import { lessonKeyAt, opensGallery } from "#app/catalogue/lesson-address.ts";
import { isLanguage } from "#app/domain/language.ts";
import { loadMessages } from "#app/locales/messages.ts";
import { rememberTyping } from "#app/ui/early-typing.ts";
import { prepareLesson } from "#app/ui/prepare-lesson.ts";

/** What the page shows must be in memory before React takes it over, or it would render something else. */
async function hydrate(): Promise<void> {
  const language = document.documentElement.lang;
  const lesson = lessonKeyAt(location.pathname);
  await Promise.all([
    isLanguage(language) ? loadMessages(language) : undefined,
    lesson ? prepareLesson(lesson) : undefined,
    isLanguage(language) && opensGallery(location.pathname)
      ? import("#app/catalogue/gallery.ts").then(({ loadGallery }) => loadGallery(language))
      : undefined,
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

/** The page that the server made says itself which kinds of activities and exhibits stand on it. */
function kindsOnPage(): string[] {
  return [...document.querySelectorAll<HTMLElement>("[data-kind]")].map(({ dataset }) => dataset.kind ?? "");
}

rememberTyping();
void hydrate();
