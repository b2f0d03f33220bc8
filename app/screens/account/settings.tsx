import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { changePassword } from "#app/commands/change-password.server.ts";
import { changeProfile } from "#app/commands/change-profile.server.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import type { Problem } from "#app/domain/result.ts";
import { Field, SelectField } from "#app/ui/field.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { ProblemSummary } from "#app/ui/problem-summary.tsx";
import { LANGUAGE_NAMES } from "#app/ui/shell.tsx";
import { pageTitle } from "../page-title.ts";
import { actionOf, fieldOf, loaderOf, problemStatus, requireAccount, requireLanguage } from "../request.server.ts";

export const handle = { access: "account" };
export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (messages) => messages.account.settingsTitle);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { account } = await requireAccount(request, context, requireLanguage(params));
  return { name: account.name, email: account.email, language: account.language };
});

export const action = actionOf(async ({ request, params, context }: ActionFunctionArgs, form) => {
  const { account } = await requireAccount(request, context, requireLanguage(params));
  const intent = fieldOf(form, "intent") === "password" ? ("password" as const) : ("profile" as const);
  const typed = { name: fieldOf(form, "name"), language: fieldOf(form, "language") };
  const changed =
    intent === "password"
      ? await changePassword(context.services, {
          accountId: account.id,
          currentPassword: fieldOf(form, "currentPassword"),
          newPassword: fieldOf(form, "newPassword"),
        })
      : await changeProfile(context.services, { accountId: account.id, ...typed });
  const kept = intent === "profile" ? typed : null;
  if (!changed.ok) {
    const problems: Problem[] = changed.problems;
    return json({ intent, problems, typed: kept }, { status: problemStatus(problems) });
  }
  const headers: Record<string, string> = "cookie" in changed.value ? { "Set-Cookie": changed.value.cookie } : {};
  return json({ intent, problems: [] as Problem[], typed: kept }, { headers });
});

export default function Settings() {
  const account = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTranslations("account");
  const language = useLanguage();
  const problems: Problem[] = answer?.problems ?? [];
  const done = (intent: "profile" | "password") => answer?.intent === intent && problems.length === 0;
  return (
    <div className="page">
      <h1>{t("settingsTitle")}</h1>
      <p>{t("signedInAs", { email: account.email })}</p>
      <ProblemSummary problems={problems} />
      <h2>{t("profile")}</h2>
      {done("profile") && (
        <p className="notice" role="status">
          {t("profileSaved")}
        </p>
      )}
      <form method="post" className="form">
        <Field
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          problems={problems}
          defaultValue={answer?.typed?.name ?? account.name}
          autoComplete="name"
          required
        />
        <SelectField
          name="language"
          label={t("language")}
          problems={problems}
          defaultValue={answer?.typed?.language ?? account.language}
        >
          {LANGUAGES.map((one) => (
            <option key={one} value={one} lang={one}>
              {LANGUAGE_NAMES[one]}
            </option>
          ))}
        </SelectField>
        <button className="button" type="submit" name="intent" value="profile">
          {t("save")}
        </button>
      </form>
      <h2>{t("passwordTitle")}</h2>
      {done("password") && (
        <p className="notice" role="status">
          {t("passwordChanged")}
        </p>
      )}
      <form method="post" className="form">
        <input type="hidden" name="username" value={account.email} autoComplete="username" />
        <Field
          name="currentPassword"
          type="password"
          label={t("currentPassword")}
          problems={problems}
          autoComplete="current-password"
          required
        />
        <Field
          name="newPassword"
          type="password"
          label={t("newPassword")}
          hint={t("passwordHint")}
          problems={problems}
          autoComplete="new-password"
          required
        />
        <button className="button" type="submit" name="intent" value="password">
          {t("change")}
        </button>
      </form>
      <h2>{t("devices")}</h2>
      <form method="post" action={paths.signOut(language)} className="actions">
        <button className="button" type="submit" name="where" value="here">
          {t("signOutTitle")}
        </button>
        <button className="button button-quiet" type="submit" name="where" value="everywhere">
          {t("signOutEverywhere")}
        </button>
      </form>
      <p className="hint">{t("devicesText")}</p>
    </div>
  );
}
