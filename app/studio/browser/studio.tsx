/** The studio's page. */
import "@fontsource-variable/source-sans-3/wght.css";
import "@fontsource-variable/source-sans-3/wght-italic.css";
import "#app/ui/styles/tokens.css";
import "#app/ui/styles/base.css";
import "#app/ui/styles/shell.css";
import "#app/ui/styles/forms.css";
import "./studio.css";
import { StrictMode, useCallback, useEffect, useId, useState } from "react";
import { createRoot } from "react-dom/client";
import { isLanguage, LANGUAGES, type Language } from "#app/domain/language.ts";
import { LANGUAGE_NAMES } from "#app/ui/shell.tsx";
import { Waymark } from "#app/ui/waymark.tsx";
import type { Facts } from "../api.ts";
import { createDocuments, useDocuments } from "./documents.ts";
import { PageList } from "./page-list.tsx";
import { useShownFile } from "./place.ts";
import { askFacts } from "./requests.ts";
import { STUDIO_WORDS, StudioLanguage } from "./words/studio-words.ts";
import { Workbench } from "./workbench.tsx";

const KEPT_LANGUAGE = "studio-language";
const documents = createDocuments();

function Studio() {
  const [language, setLanguage] = useState(firstLanguage);
  const [facts, setFacts] = useState<Facts | null>(null);
  const [lost, setLost] = useState(false);
  const name = useShownFile();
  const words = STUDIO_WORDS[language];
  useDocuments(documents);

  const load = useCallback(() => {
    askFacts(documents.unsaved()).then(
      (newest) => {
        setFacts(newest);
        setLost(false);
      },
      () => setLost(true),
    );
  }, []);
  // The list shows what there is when one looks at it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: coming back to the list is the occasion
  useEffect(load, [load, name === null]);

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = name === null ? words.title : `${name} · ${words.title}`;
  }, [language, name, words]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (documents.unsaved().length > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);

  return (
    <StudioLanguage.Provider value={language}>
      <button type="button" className="skip-link" onClick={() => document.getElementById("main")?.focus()}>
        {words.skip}
      </button>
      <header className="studio-header">
        <a className="brand" href="#/">
          <Waymark />
          {words.title}
        </a>
        <LanguageChoice language={language} label={words.interfaceLanguage} onChange={setLanguage} />
      </header>
      <main id="main" tabIndex={-1}>
        {lost && (
          <div className="page notice notice-warning" role="alert">
            <p>{words.lost}</p>
            <button type="button" className="button button-small" onClick={load}>
              {words.again}
            </button>
          </div>
        )}
        {facts === null && !lost && <p className="page">{words.loading}</p>}
        {facts && name === null && <PageList facts={facts} documents={documents} />}
        {facts && name !== null && (
          <Workbench key={name} name={name} facts={facts} documents={documents} onSaved={load} />
        )}
      </main>
    </StudioLanguage.Provider>
  );
}

function LanguageChoice({
  language,
  label,
  onChange,
}: {
  language: Language;
  label: string;
  onChange: (language: Language) => void;
}) {
  const id = useId();
  return (
    <div className="language-choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={language}
        onChange={(event) => {
          const chosen = event.target.value;
          if (!isLanguage(chosen)) return;
          localStorage.setItem(KEPT_LANGUAGE, chosen);
          onChange(chosen);
        }}
      >
        {LANGUAGES.map((one) => (
          <option key={one} value={one} lang={one}>
            {LANGUAGE_NAMES[one]}
          </option>
        ))}
      </select>
    </div>
  );
}

function firstLanguage(): Language {
  const kept = localStorage.getItem(KEPT_LANGUAGE);
  const wanted = [kept, ...navigator.languages.map((tag) => tag.slice(0, 2))].find(isLanguage);
  return wanted ?? "en";
}

const element = document.getElementById("studio");
if (element) {
  createRoot(element).render(
    <StrictMode>
      <Studio />
    </StrictMode>,
  );
}
