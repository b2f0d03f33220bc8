import { useTranslations } from "use-intl";
import { formatDate } from "#app/domain/calendar-date.ts";
import type { Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { isRevocationReason } from "#app/domain/revocation.ts";
import { useDuration } from "./duration.tsx";
import { useLanguage } from "./language.tsx";
import { Link } from "./link.tsx";
import { RecordList } from "./record-list.tsx";
import { Verdict } from "./verdict.tsx";

export interface VerificationView {
  kind: "genuine" | "revoked" | "not-issued";
  problem: string | null;
  checkedOn: string;
  revokedOn?: string | null;
  reason?: string | null;
  record: {
    number: string;
    holderName: string | null;
    courseTitle: string;
    courseLanguage: Language;
    edition: string;
    issuedOn: string;
    lawAsOf: string;
    workloadMinutes: number;
    issuerName: string;
  } | null;
}

/** The answer to "is this certificate genuine?", with the least data that lets a reader compare it with the paper. */
export function VerificationResult({ result }: { result: VerificationView }) {
  const t = useTranslations("verify");
  const words = useTranslations("certificate");
  const reasons = useTranslations("reasons");
  const language = useLanguage();
  const duration = useDuration();
  const { record } = result;
  return (
    <div className="page">
      <VerdictOf result={result} />
      {record && (
        <>
          <p>{record.holderName === null ? t("byNumberNote") : t("compare")}</p>
          <RecordList
            lines={[
              { label: words("number"), value: record.number },
              { label: words("holder"), value: record.holderName },
              { label: words("course"), value: <span lang={record.courseLanguage}>{record.courseTitle}</span> },
              { label: words("edition"), value: record.edition },
              { label: words("issuedOn"), value: formatDate(record.issuedOn, language) },
              { label: words("lawAsOf"), value: formatDate(record.lawAsOf, language) },
              { label: words("workload"), value: duration(record.workloadMinutes) },
              { label: words("issuer"), value: record.issuerName },
            ]}
          />
          {result.reason && isRevocationReason(result.reason) && (
            <p>{t("revokedReason", { reason: reasons(result.reason) })}</p>
          )}
          <p className="fine-print">{words("noState")}</p>
        </>
      )}
      <p className="fine-print">{t("checkedAt", { date: formatDate(result.checkedOn, language) })}</p>
      <p>
        <Link to={paths.verify(language)}>{t("another")}</Link>
      </p>
    </div>
  );
}

function VerdictOf({ result }: { result: VerificationView }) {
  const t = useTranslations("verify");
  const language = useLanguage();
  if (result.kind === "genuine") {
    return (
      <Verdict kind="genuine" title={t("genuine")}>
        <p>{t("genuineText")}</p>
      </Verdict>
    );
  }
  if (result.kind === "revoked") {
    return (
      <Verdict kind="revoked" title={t("revoked")}>
        <p>{t("revokedText", { date: formatDate(result.revokedOn ?? result.checkedOn, language) })}</p>
      </Verdict>
    );
  }
  return (
    <Verdict kind="not-issued" title={t("unknown")}>
      <p>
        {result.problem === "number-mistyped"
          ? t("mistyped")
          : result.problem === "number-malformed"
            ? t("malformed")
            : t("unknownText")}
      </p>
    </Verdict>
  );
}
