import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { inLanguage, paths } from "#app/domain/paths.ts";
import { useLanguage } from "./language.tsx";
import { Link } from "./link.tsx";
import { Waymark } from "./waymark.tsx";

export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", ru: "Русский", be: "Беларуская" };

interface ShellProps {
  account: { name: string; issuer: boolean; author: boolean } | null;
  /** The path and query of this page. */
  path: string;
  /** Id of a form in progress: the language switch then sends it, so that nothing typed is lost. */
  languageForm?: string | undefined;
  children: ReactNode;
}

/** The frame of every page: skip link, header, main, footer. */
export function Shell({ account, path, languageForm, children }: ShellProps) {
  const t = useTranslations("site");
  const language = useLanguage();
  const current = (to: string) => (path === to || path.startsWith(`${to}/`) ? "page" : undefined);
  return (
    <>
      <a className="skip-link" href="#main">
        {t("skip")}
      </a>
      <header className="site-header">
        <div className="site-header-inner">
          <Link className="brand" to={paths.home(language)}>
            <Waymark />
            {t("name")}
          </Link>
          <nav className="site-nav" aria-label={t("menu")}>
            {account ? (
              <>
                <Link to={paths.dashboard(language)} aria-current={current(paths.dashboard(language))}>
                  {t("dashboard")}
                </Link>
                {account.author && (
                  <Link to={paths.author(language)} aria-current={current(paths.author(language))}>
                    {t("author")}
                  </Link>
                )}
                {account.issuer && (
                  <Link to={paths.issuer(language)} aria-current={current(paths.issuer(language))}>
                    {t("issuer")}
                  </Link>
                )}
                <Link to={paths.account(language)} aria-current={current(paths.account(language))}>
                  {t("account")}
                </Link>
              </>
            ) : (
              <>
                <Link to={paths.signIn(language)} aria-current={current(paths.signIn(language))}>
                  {t("signIn")}
                </Link>
                <Link to={paths.signUp(language)} aria-current={current(paths.signUp(language))}>
                  {t("signUp")}
                </Link>
              </>
            )}
          </nav>
          {languageForm && (
            // The first button of a form is what the Enter key presses; it must save, and not change the language.
            <button
              type="submit"
              form={languageForm}
              name="intent"
              value="save"
              className="visually-hidden"
              tabIndex={-1}
              aria-hidden="true"
            />
          )}
          <nav className="language-switch" aria-label={t("language")}>
            {LANGUAGES.map((other) => (
              <LanguageChoice
                key={other}
                language={other}
                path={path}
                form={languageForm}
                chosen={other === language}
              />
            ))}
          </nav>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <div className="site-footer-inner">
          <p>{t("independent")}</p>
          <p>
            <Link to={paths.verify(language)}>{t("verify")}</Link>
          </p>
        </div>
      </footer>
    </>
  );
}

function LanguageChoice({
  language,
  path,
  form,
  chosen,
}: {
  language: Language;
  path: string;
  form: string | undefined;
  chosen: boolean;
}) {
  const name = LANGUAGE_NAMES[language];
  if (chosen) {
    return (
      <span className="language-chosen" lang={language} aria-current="true">
        {name}
      </span>
    );
  }
  if (form) {
    return (
      <button type="submit" form={form} name="intent" value={`language:${language}`} formNoValidate lang={language}>
        {name}
      </button>
    );
  }
  return (
    <a
      href={inLanguage(path, language)}
      lang={language}
      hrefLang={language}
      onClick={(event) => {
        event.currentTarget.hash = window.location.hash;
      }}
    >
      {name}
    </a>
  );
}
