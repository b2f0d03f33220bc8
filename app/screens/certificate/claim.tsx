import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { issueCertificate } from "#app/commands/issue-certificate.server.ts";
import { dateIn, formatDate } from "#app/domain/calendar-date.ts";
import { formatVerifyCode } from "#app/domain/certificate-number.ts";
import { isLanguage, LANGUAGES } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { isRevocationReason } from "#app/domain/revocation.ts";
import { certificateOutlook } from "#app/ui/certificate-outlook.ts";
import { useDuration } from "#app/ui/duration.tsx";
import { Field, SelectField } from "#app/ui/field.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { LeftForCertificate } from "#app/ui/left-for-certificate.tsx";
import { Link } from "#app/ui/link.tsx";
import { ProblemSummary } from "#app/ui/problem-summary.tsx";
import { RecordList } from "#app/ui/record-list.tsx";
import { LANGUAGE_NAMES } from "#app/ui/shell.tsx";
import { readProgress, requireCourse } from "../learn/course-facts.server.ts";
import { pageTitle } from "../page-title.ts";
import { actionOf, fieldOf, loaderOf, problemStatus, requireAccount, requireLanguage } from "../request.server.ts";

export const handle = { access: "account" };
export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, (messages) => messages.certificate.title);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  const { account } = await requireAccount(request, context, language);
  const course = requireCourse(params);
  const { progress, certificate: standing, issued } = await readProgress(context, account.id, course);
  const record = issued?.record;
  return {
    course: { id: course.id, title: course.title[language] },
    name: account.name,
    complete: progress.complete,
    revoked:
      issued?.state.kind === "revoked"
        ? { on: dateIn(context.services.timeZone, issued.state.on), reason: issued.state.reason }
        : null,
    outlook: certificateOutlook(course, progress, standing, language),
    certificate: record
      ? {
          id: record.id,
          number: record.number,
          code: formatVerifyCode(record.verifyCode),
          verifyUrl: record.verifyUrl,
          holderName: record.holderName,
          courseTitle: record.courseTitle,
          courseLanguage: record.language,
          edition: record.edition,
          issuedOn: record.issuedOn,
          workloadMinutes: record.workloadMinutes,
        }
      : null,
  };
});

export const action = actionOf(async ({ request, params, context }: ActionFunctionArgs, form) => {
  const language = requireLanguage(params);
  const { account } = await requireAccount(request, context, language);
  const course = requireCourse(params);
  const holderName = fieldOf(form, "name");
  const wanted = fieldOf(form, "language");
  const issued = await issueCertificate(context.services, {
    accountId: account.id,
    course,
    holderName,
    language: isLanguage(wanted) ? wanted : language,
  });
  if (issued.ok) return redirect(paths.certificate(language, course.id), 303);
  return json({ problems: issued.problems, holderName }, { status: problemStatus(issued.problems) });
});

export default function CertificatePage() {
  const { course, name, complete, outlook, certificate, revoked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTranslations("certificate");
  const verify = useTranslations("verify");
  const reasons = useTranslations("reasons");
  const language = useLanguage();
  const duration = useDuration();
  const problems = answer?.problems ?? [];
  return (
    <div className="page">
      <p className="crumb">
        <Link to={paths.course(language, course.id)}>{course.title}</Link>
      </p>
      {certificate ? (
        <>
          <h1>{t("issued")}</h1>
          {revoked && (
            <p className="notice notice-warning">
              {verify("revokedText", { date: formatDate(revoked.on, language) })}{" "}
              {isRevocationReason(revoked.reason) && verify("revokedReason", { reason: reasons(revoked.reason) })}
            </p>
          )}
          <RecordList
            lines={[
              { label: t("number"), value: certificate.number },
              { label: t("code"), value: certificate.code },
              { label: t("holder"), value: certificate.holderName },
              { label: t("course"), value: <span lang={certificate.courseLanguage}>{certificate.courseTitle}</span> },
              { label: t("edition"), value: certificate.edition },
              { label: t("issuedOn"), value: formatDate(certificate.issuedOn, language) },
              { label: t("workload"), value: duration(certificate.workloadMinutes) },
            ]}
          />
          <p>
            <a className="button" href={paths.certificateFile(certificate.id)} download>
              {t("download")}
            </a>
          </p>
          <p>
            {t("share")}
            <a className="address" href={certificate.verifyUrl}>
              {certificate.verifyUrl}
            </a>
          </p>
          <p className="fine-print">{t("noState")}</p>
        </>
      ) : complete ? (
        <>
          <h1>{t("confirmTitle")}</h1>
          <p>{t("confirmText")}</p>
          <ProblemSummary problems={problems} />
          <form method="post" className="form">
            <Field
              name="name"
              label={t("name")}
              hint={t("nameHint")}
              problems={problems}
              defaultValue={answer?.holderName ?? name}
              autoComplete="name"
              required
            />
            <SelectField name="language" label={t("language")} problems={problems} defaultValue={language}>
              {LANGUAGES.map((one) => (
                <option key={one} value={one} lang={one}>
                  {LANGUAGE_NAMES[one]}
                </option>
              ))}
            </SelectField>
            <button className="button" type="submit">
              {t("confirm")}
            </button>
          </form>
        </>
      ) : (
        <>
          <h1>{t("title")}</h1>
          <ProblemSummary problems={problems} />
          <p className="lead">{t("notYet")}</p>
          <LeftForCertificate outlook={outlook} />
        </>
      )}
    </div>
  );
}
