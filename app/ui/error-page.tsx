import { useTranslations } from "use-intl";
import { paths } from "#app/domain/paths.ts";
import { useLanguage } from "./language.tsx";
import { Link } from "./link.tsx";

export interface Failure {
  status: number;
  /** What was typed into the form that could not be saved. */
  typed: [string, string][];
}

/** The page that stands in for one that could not be shown: it says what happened, what is safe, and what to do. */
export function ErrorPage({ failure, path }: { failure: Failure; path: string }) {
  const t = useTranslations("errors");
  const language = useLanguage();
  const { title, text } = wording(failure, t);
  return (
    <div className="page error-page">
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      {failure.status === 503 && failure.typed.length > 0 && (
        <form method="post" action={path}>
          {failure.typed.map(([name, value], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a form may repeat a name
            <input key={index} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" className="button">
            {t("retry")}
          </button>
        </form>
      )}
      {failure.status === 503 && failure.typed.length === 0 && (
        <p>
          <a className="button" href={path}>
            {t("reload")}
          </a>
        </p>
      )}
      <p>
        <Link to={paths.home(language)} reload>
          {t("home")}
        </Link>
      </p>
    </div>
  );
}

function wording({ status, typed }: Failure, t: ReturnType<typeof useTranslations<"errors">>) {
  switch (status) {
    case 404:
      return { title: t("notFoundTitle"), text: t("notFoundText") };
    case 403:
      return { title: t("forbiddenTitle"), text: t("forbiddenText") };
    case 429:
      return { title: t("limitTitle"), text: t("limitText") };
    case 503:
      return { title: t("unavailableTitle"), text: typed.length > 0 ? t("unavailableText") : t("unavailableRead") };
    default:
      return { title: t("brokenTitle"), text: t("brokenTextPlain") };
  }
}
