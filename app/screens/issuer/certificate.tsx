import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { revokeCertificate } from "#app/commands/revoke-certificate.server.ts";
import { dateIn, formatDate } from "#app/domain/calendar-date.ts";
import { certificateState } from "#app/domain/certificate-state.ts";
import { paths } from "#app/domain/paths.ts";
import { can } from "#app/domain/permission.ts";
import { isRevocationReason, REVOCATION_REASONS } from "#app/domain/revocation.ts";
import { findCertificateById, listEventsOf } from "#app/store/certificates.server.ts";
import { Field, SelectField } from "#app/ui/field.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Link } from "#app/ui/link.tsx";
import { ProblemSummary } from "#app/ui/problem-summary.tsx";
import { RecordList } from "#app/ui/record-list.tsx";
import { pageTitle } from "../page-title.ts";
import {
  actionOf,
  fieldOf,
  loaderOf,
  notFound,
  problemStatus,
  requireLanguage,
  requirePermission,
} from "../request.server.ts";

export const handle = { access: "certificates.read" };
export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, () => args.data?.number);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  const { account } = await requirePermission("certificates.read", request, context, language);
  const { services } = context;
  const found = await services.store.read(async (db) => {
    const certificate = await findCertificateById(db, params.certificate ?? "");
    return certificate && { certificate, events: await listEventsOf(db, certificate.id) };
  });
  if (!found) throw notFound();
  const { record } = found.certificate;
  const state = certificateState(found.events);
  return {
    id: record.id,
    number: record.number,
    holderName: record.holderName,
    courseTitle: record.courseTitle,
    issuedOn: record.issuedOn,
    verifyCode: record.verifyCode,
    revoked: state.kind === "revoked",
    mayRevoke: state.kind === "genuine" && can(account.roles, "certificates.revoke"),
    events: found.events.map((event) => ({
      kind: event.kind,
      reason: event.reason,
      on: dateIn(services.timeZone, event.happenedAt),
    })),
  };
});

export const action = actionOf(async ({ request, params, context }: ActionFunctionArgs, form) => {
  const language = requireLanguage(params);
  const { account } = await requirePermission("certificates.revoke", request, context, language);
  const certificateId = params.certificate ?? "";
  const reason = fieldOf(form, "reason");
  const confirmation = fieldOf(form, "confirmation");
  const revoked = await revokeCertificate(context.services, {
    actorId: account.id,
    certificateId,
    reason,
    confirmation,
  });
  if (revoked.ok) return redirect(paths.issuerCertificate(language, certificateId), 303);
  if (revoked.problems[0]?.code === "certificate-unknown") throw notFound();
  return json({ problems: revoked.problems, reason, confirmation }, { status: problemStatus(revoked.problems) });
});

export default function RegisterEntry() {
  const entry = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTranslations("issuer");
  const words = useTranslations("certificate");
  const reasons = useTranslations("reasons");
  const language = useLanguage();
  const problems = answer?.problems ?? [];
  const reasonOf = (reason: string | null) => (isRevocationReason(reason) ? reasons(reason) : "–");
  return (
    <div className="page">
      <p className="crumb">
        <Link to={paths.issuer(language)}>{t("back")}</Link>
      </p>
      <h1>{entry.number}</h1>
      <ProblemSummary problems={problems} />
      <RecordList
        lines={[
          { label: t("state"), value: entry.revoked ? t("revoked") : t("genuine") },
          { label: words("holder"), value: entry.holderName },
          { label: words("course"), value: entry.courseTitle },
          { label: words("issuedOn"), value: formatDate(entry.issuedOn, language) },
        ]}
      />
      <p className="actions">
        <a className="button button-quiet" href={paths.certificateFile(entry.id)} download>
          {words("download")}
        </a>
        <Link className="button button-quiet" to={paths.verifyCode(language, entry.verifyCode)}>
          {words("checkIt")}
        </Link>
      </p>
      <h2>{t("events")}</h2>
      <ul>
        {entry.events.map((event) => (
          <li key={event.kind}>
            {formatDate(event.on, language)}:{" "}
            {event.kind === "revoked" ? t("eventRevoked", { reason: reasonOf(event.reason) }) : t("eventIssued")}
          </li>
        ))}
      </ul>
      {entry.mayRevoke && (
        <>
          <h2>{t("revoke")}</h2>
          <p className="notice notice-warning">{t("revokeText", { number: entry.number, name: entry.holderName })}</p>
          <form method="post" className="form">
            <SelectField name="reason" label={t("reason")} problems={problems} defaultValue={answer?.reason ?? ""}>
              <option value="">{t("chooseReason")}</option>
              {REVOCATION_REASONS.map((reason) => (
                <option key={reason} value={reason}>
                  {reasons(reason)}
                </option>
              ))}
            </SelectField>
            <Field
              name="confirmation"
              label={t("confirm")}
              problems={problems}
              defaultValue={answer?.confirmation ?? ""}
              autoComplete="off"
            />
            <button className="button button-danger" type="submit">
              {t("revoke")}
            </button>
          </form>
        </>
      )}
    </div>
  );
}
