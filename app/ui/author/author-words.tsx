import { createContext, type ReactNode, useContext, useMemo } from "react";
import { createTranslator } from "use-intl";
import { formattingLocale } from "#app/locales/messages.ts";
import type { AuthorMessages } from "#app/locales/author/en.ts";
import { useLanguage } from "../language.tsx";

/** Says a message of the author pages: `words("status.title")`. */
export type AuthorWords = ReturnType<typeof createTranslator<AuthorMessages>>;

const WordsContext = createContext<AuthorWords | null>(null);

/** Gives everything below the words of the author pages; the words of all pages stay where they are. */
export function AuthorWordsProvider({ messages, children }: { messages: AuthorMessages; children: ReactNode }) {
  const language = useLanguage();
  const words = useMemo(
    () => createTranslator<AuthorMessages>({ locale: formattingLocale(language), messages, timeZone: "UTC" }),
    [language, messages],
  );
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

/** @throws Error outside of `AuthorWordsProvider`: a bug, not a state that a reader can cause */
export function useAuthorWords(): AuthorWords {
  const words = useContext(WordsContext);
  if (!words) throw new Error("The words of the author pages are given by the frame of the author pages.");
  return words;
}
