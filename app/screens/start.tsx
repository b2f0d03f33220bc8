import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useTranslations } from "use-intl";
import { isLanguage, LANGUAGES } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { LANGUAGE_NAMES } from "#app/ui/shell.tsx";
import { loaderOf } from "./request.server.ts";
import { Waymark } from "#app/ui/waymark.tsx";

export const handle = { access: "public" };
export const meta: MetaFunction = () => [{ title: "Waymark · English · Русский · Беларуская" }];

/** Someone who is signed in has chosen a language already. */
export const loader = loaderOf(async ({ context }: LoaderFunctionArgs) => {
  const signedIn = await context.session();
  const language = signedIn?.account.language;
  if (isLanguage(language)) throw redirect(paths.home(language));
  return null;
});

export default function Start() {
  const t = useTranslations("start");
  return (
    <div className="page start-page">
      <Waymark className="waymark waymark-large" />
      <h1>{t("title")}</h1>
      <ul className="language-list">
        {LANGUAGES.map((language) => (
          <li key={language}>
            <a className="language-card" href={paths.home(language)} lang={language} hrefLang={language}>
              {LANGUAGE_NAMES[language]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
