import { createContext, type ReactNode, useContext } from "react";
import { IntlProvider } from "use-intl";
import type { Language } from "#app/domain/language.ts";
import { formattingLocale, loadedMessages } from "#app/locales/messages.ts";

const LanguageContext = createContext<Language>("en");

/** The language of everything below: messages, plural rules, dates. Its messages must have been loaded. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <LanguageContext.Provider value={language}>
      <IntlProvider locale={formattingLocale(language)} messages={loadedMessages(language)} timeZone="UTC">
        {children}
      </IntlProvider>
    </LanguageContext.Provider>
  );
}

/** The `lang` of a text that may be in another language than the page around it; undefined where it is not. */
export function useLang(): (language: Language) => Language | undefined {
  const own = useLanguage();
  return (language) => (language === own ? undefined : language);
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
