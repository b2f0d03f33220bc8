import { useTranslations } from "use-intl";
import { paths } from "#app/domain/paths.ts";
import { useLanguage } from "./language.tsx";
import { Link } from "./link.tsx";

/** What was typed into a form that could not be taken, and the names of its secret fields. */
export interface KeptForm {
  typed: [string, string][];
  secrets: string[];
}

export interface Failure {
  status: number;
  form: KeptForm | null;
}

/** The page that stands in for one that could not be shown: it says what happened, what is safe, and what to do. */
export function ErrorPage({ failure, path }: { failure: Failure; path: string }) {
  const t = useTranslations("errors");
  const site = useTranslations("site");
  const language = useLanguage();
  const { title, text } = wording(failure, t);
  return (
    <div className="page error-page">
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      {failure.status === 401 && (
        <p>
          <a href={paths.signIn(language)} target="_blank" rel="noopener">
            {site("signIn")}
          </a>
        </p>
      )}
      {failure.form && <FormAgain form={failure.form} path={path} />}
      {failure.status === 503 && !failure.form && (
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

const SECRET_LABELS = ["password", "currentPassword", "newPassword"] as const;

function FormAgain({ form, path }: { form: KeptForm; path: string }) {
  const t = useTranslations("errors");
  const account = useTranslations("account");
  return (
    <form method="post" action={path} className="form">
      {form.typed.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a form may repeat a name
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      {form.secrets.map((name) => (
        <div className="field" key={name}>
          <label htmlFor={name}>{account(SECRET_LABELS.find((label) => label === name) ?? "password")}</label>
          <input id={name} name={name} type="password" required />
        </div>
      ))}
      <button type="submit" className="button">
        {t("retry")}
      </button>
    </form>
  );
}

function wording({ status, form }: Failure, t: ReturnType<typeof useTranslations<"errors">>) {
  switch (status) {
    case 401:
      return { title: t("signedOutTitle"), text: t("signedOutText") };
    case 404:
      return { title: t("notFoundTitle"), text: t("notFoundText") };
    case 403:
      return { title: t("forbiddenTitle"), text: t("forbiddenText") };
    case 429:
      return { title: t("limitTitle"), text: t("limitText") };
    case 503:
      return { title: t("unavailableTitle"), text: form ? t("unavailableText") : t("unavailableRead") };
    default:
      return { title: t("brokenTitle"), text: t("brokenTextPlain") };
  }
}
