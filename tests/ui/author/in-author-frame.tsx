import type { ReactNode } from "react";
import type { Language } from "#app/domain/language.ts";
import { authorMessages } from "#app/locales/author/author-messages.server.ts";
import { AuthorWordsProvider } from "#app/ui/author/author-words.tsx";
import { renderAt } from "../on-a-page.tsx";

/** Shows something as the author pages show it, with their words. */
export function renderForAuthor(language: Language, children: ReactNode) {
  return renderAt(
    language,
    `/${language}/author`,
    <AuthorWordsProvider messages={authorMessages(language)}>{children}</AuthorWordsProvider>,
  );
}
