import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { requestPasswordReset } from "#app/commands/request-password-reset.server.ts";
import type { Problem } from "#app/domain/result.ts";
import { Field } from "#app/ui/field.tsx";
import { ProblemSummary } from "#app/ui/problem-summary.tsx";
import { pageTitle } from "../page-title.ts";
import { actionOf, fieldOf, loaderOf, problemStatus, requireLanguage } from "../request.server.ts";

export const handle = { access: "public" };
export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (messages) => messages.account.forgottenTitle);

export const loader = loaderOf(async ({ params }: LoaderFunctionArgs) => {
  requireLanguage(params);
  return null;
});

export const action = actionOf(async ({ params, context }: ActionFunctionArgs, form) => {
  requireLanguage(params);
  const email = fieldOf(form, "email");
  const asked = await requestPasswordReset(context.services, { email, network: context.network });
  if (asked.ok) return json({ sent: true, email: "", problems: [] as Problem[] });
  return json({ sent: false, email, problems: asked.problems }, { status: problemStatus(asked.problems) });
});

export default function Forgotten() {
  const answer = useActionData<typeof action>();
  const t = useTranslations("account");
  const problems: Problem[] = answer?.problems ?? [];
  return (
    <div className="page">
      <h1>{t("forgottenTitle")}</h1>
      {answer?.sent ? (
        <p className="notice" role="status">
          {t("forgottenDone")}
        </p>
      ) : (
        <>
          <p>{t("forgottenText")}</p>
          <ProblemSummary problems={problems} />
          <form method="post" className="form">
            <Field
              name="email"
              type="email"
              label={t("email")}
              problems={problems}
              defaultValue={answer?.email ?? ""}
              autoComplete="username"
              required
            />
            <button className="button" type="submit">
              {t("forgottenSubmit")}
            </button>
          </form>
        </>
      )}
    </div>
  );
}
