import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { signUp } from "#app/commands/sign-up.server.ts";
import { paths } from "#app/domain/paths.ts";
import { Field } from "#app/ui/field.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Link } from "#app/ui/link.tsx";
import { ProblemSummary } from "#app/ui/problem-summary.tsx";
import { pageTitle } from "../page-title.ts";
import { actionOf, fieldOf, loaderOf, problemStatus, requireLanguage } from "../request.server.ts";

export const handle = { access: "public" };
export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, (messages) => messages.account.signUpTitle);

export const loader = loaderOf(async ({ params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  if (await context.session()) throw redirect(paths.dashboard(language));
  return null;
});

/** A taken address and a free one lead to the same page: nobody learns here who has an account. */
export const action = actionOf(async ({ params, context }: ActionFunctionArgs, form) => {
  const language = requireLanguage(params);
  const typed = { name: fieldOf(form, "name"), email: fieldOf(form, "email") };
  const signedUp = await signUp(context.services, {
    ...typed,
    password: fieldOf(form, "password"),
    language,
    network: context.network,
  });
  if (!signedUp.ok) {
    return json({ problems: signedUp.problems, ...typed }, { status: problemStatus(signedUp.problems) });
  }
  return redirect(`${paths.signIn(language)}?notice=registered`, 303);
});

export default function SignUp() {
  const answer = useActionData<typeof action>();
  const t = useTranslations("account");
  const language = useLanguage();
  const problems = answer?.problems ?? [];
  return (
    <div className="page">
      <h1>{t("signUpTitle")}</h1>
      <ProblemSummary problems={problems} />
      <form method="post" className="form">
        <Field
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          problems={problems}
          defaultValue={answer?.name ?? ""}
          autoComplete="name"
          required
        />
        <Field
          name="email"
          type="email"
          label={t("email")}
          problems={problems}
          defaultValue={answer?.email ?? ""}
          autoComplete="username"
          required
        />
        <Field
          name="password"
          type="password"
          label={t("password")}
          hint={t("passwordHint")}
          problems={problems}
          autoComplete="new-password"
          required
        />
        <button className="button" type="submit">
          {t("signUpSubmit")}
        </button>
      </form>
      <p>
        {t("haveAccount")} <Link to={paths.signIn(language)}>{t("signInTitle")}</Link>
      </p>
    </div>
  );
}
