import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { parseCertificateNumber, parseVerifyCode } from "#app/domain/certificate-number.ts";
import { paths } from "#app/domain/paths.ts";
import type { Problem } from "#app/domain/result.ts";
import { Field } from "#app/ui/field.tsx";
import { ProblemSummary } from "#app/ui/problem-summary.tsx";
import { pageTitle } from "../page-title.ts";
import { loaderOf, requireLanguage } from "../request.server.ts";

export const handle = { access: "public" };
export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, (messages) => messages.verify.title);

/** What was typed comes as a query, so that the form needs neither script nor session; what can be read leads on. */
export const loader = loaderOf(async ({ request, params }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  const typed = (new URL(request.url).searchParams.get("code") ?? "").slice(0, 200);
  if (typed.trim() === "") return { typed: "", problems: [] as Problem[] };
  const code = parseVerifyCode(typed);
  if (code.ok) throw redirect(paths.verifyCode(language, code.value));
  const number = parseCertificateNumber(typed);
  if (number.ok) throw redirect(paths.verifyCode(language, number.value.text));
  return { typed, problems: number.problems.map((problem): Problem => ({ ...problem, field: "code" })) };
});

export default function VerifyForm() {
  const { typed, problems } = useLoaderData<typeof loader>();
  const t = useTranslations("verify");
  return (
    <div className="page">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <ProblemSummary problems={problems} />
      <form method="get" className="form">
        <Field
          name="code"
          label={t("label")}
          hint={t("hint")}
          problems={problems}
          defaultValue={typed}
          required
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
        <button className="button" type="submit">
          {t("submit")}
        </button>
      </form>
    </div>
  );
}
