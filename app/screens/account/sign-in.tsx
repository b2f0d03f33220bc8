import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { signIn } from "#app/commands/sign-in.server.ts";
import { isLanguage } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { safePath } from "#app/domain/safe-path.ts";
import { Field } from "#app/ui/field.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Link } from "#app/ui/link.tsx";
import { ProblemSummary } from "#app/ui/problem-summary.tsx";
import { pageTitle } from "../page-title.ts";
import { actionOf, fieldOf, loaderOf, problemStatus, requireLanguage } from "../request.server.ts";

export const handle = { access: "public" };
export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, (messages) => messages.account.signInTitle);

/** Things that can have led here, each with a sentence. */
const NOTICES = { registered: "signUpDone", reset: "resetDone", "signed-out": "signedOut" } as const;

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  const query = new URL(request.url).searchParams;
  const next = safePath(query.get("next"), "");
  if (await context.session()) throw redirect(next || paths.dashboard(language));
  const notice = query.get("notice") ?? "";
  return {
    next,
    notice: Object.hasOwn(NOTICES, notice) ? (notice as keyof typeof NOTICES) : null,
  };
});

export const action = actionOf(async ({ params, context }: ActionFunctionArgs, form) => {
  const language = requireLanguage(params);
  const email = fieldOf(form, "email");
  const next = safePath(fieldOf(form, "next"), "");
  const signedIn = await signIn(context.services, {
    email,
    password: fieldOf(form, "password"),
    network: context.network,
    cookieHeader: context.cookie,
  });
  if (!signedIn.ok) {
    return json({ problems: signedIn.problems, email, next }, { status: problemStatus(signedIn.problems) });
  }
  // Whoever has just chosen a language in the address wants that one.
  const home = paths.dashboard(isLanguage(params.lang) ? params.lang : language);
  return redirect(next || home, { status: 303, headers: { "Set-Cookie": signedIn.value.cookie } });
});

export default function SignIn() {
  const { next, notice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTranslations("account");
  const language = useLanguage();
  const problems = answer?.problems ?? [];
  return (
    <div className="page">
      <h1>{t("signInTitle")}</h1>
      {notice && problems.length === 0 && (
        <p className="notice" role="status">
          {t(NOTICES[notice])}
        </p>
      )}
      {next && !notice && problems.length === 0 && <p className="notice">{t("pleaseSignIn")}</p>}
      <ProblemSummary problems={problems} />
      <form method="post" className="form">
        <input type="hidden" name="next" value={answer?.next ?? next} />
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
          problems={problems}
          autoComplete="current-password"
          required
        />
        <button className="button" type="submit">
          {t("signInTitle")}
        </button>
      </form>
      <p>
        <Link to={paths.forgotten(language)}>{t("forgotten")}</Link>
      </p>
      <p>
        {t("noAccount")} <Link to={paths.signUp(language)}>{t("signUpTitle")}</Link>
      </p>
    </div>
  );
}
