import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { loadViews } from "#app/activities/views.tsx";
import type { Language } from "#app/domain/language.ts";
import { loadMessages } from "#app/locales/messages.ts";
import { LanguageProvider } from "#app/ui/language.tsx";

/** Shows something as a page in a language shows it. */
export async function renderIn(language: Language, children: ReactNode) {
  await Promise.all([loadMessages(language), loadViews()]);
  const within = (content: ReactNode) => <LanguageProvider language={language}>{content}</LanguageProvider>;
  const shown = render(within(children));
  return { ...shown, rerender: (content: ReactNode) => shown.rerender(within(content)) };
}
