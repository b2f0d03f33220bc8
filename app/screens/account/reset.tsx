import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { resetPassword } from "#app/commands/reset-password.server.ts";
import { paths } from "#app/domain/paths.ts";
import type { Problem } from "#app/domain/result.ts";
import { isSecretToken } from "#app/session/secret-token.server.ts";
import { Field } from "#app/ui/field.tsx";
import { ProblemSummary } from "#app/ui/problem-summary.tsx";
import { pageTitle } from "../page-title.ts";
import { actionOf, fieldOf, loaderOf, problemStatus, requireLanguage } from "../request.server.ts";

export const handle = { access: "public" };
export const meta: MetaFunction<typeof loader> = (args) => [
  ...pageTitle(args, (messages) => messages.account.resetTitle),
  { name: "robots", content: "noindex" },
];

export const loader = loaderOf(async ({ params }: LoaderFunctionArgs) => {
  requireLanguage(params);
  const whole = isSecretToken(params.token ?? "");
  const problems: Problem[] = whole ? [] : [{ code: "reset-invalid" }];
  return json({ problems }, { status: whole ? 200 : 404 });
});

export const action = actionOf(async ({ params, context }: ActionFunctionArgs, form) => {
  const language = requireLanguage(params);
  const done = await resetPassword(context.services, {
    token: params.token ?? "",
    newPassword: fieldOf(form, "newPassword"),
    network: context.network,
  });
  if (done.ok) return redirect(`${paths.signIn(language)}?notice=reset`, 303);
  return json({ problems: done.problems }, { status: problemStatus(done.problems) });
});

export default function Reset() {
  const answer = useActionData<typeof action>();
  const t = useTranslations("account");
  const page = useLoaderData<typeof loader>();
  const problems = answer?.problems ?? page.problems;
  return (
    <div className="page">
      <h1>{t("resetTitle")}</h1>
      <ProblemSummary problems={problems} />
      <form method="post" className="form">
        <Field
          name="newPassword"
          type="password"
          label={t("newPassword")}
          hint={t("passwordHint")}
          problems={problems}
          autoComplete="new-password"
          required
        />
        <button className="button" type="submit">
          {t("resetSubmit")}
        </button>
      </form>
    </div>
  );
}
