import { useTranslations } from "use-intl";
import { paths } from "#app/domain/paths.ts";
import type { CertificateOutlook } from "./certificate-outlook.ts";
import { useDuration } from "./duration.tsx";
import { useLanguage } from "./language.tsx";
import { Link } from "./link.tsx";

/** What is left for the certificate, in the same words on the course page, the dashboard and the certificate page. */
export function LeftForCertificate({ outlook, level = 2 }: { outlook: CertificateOutlook; level?: 2 | 3 }) {
  const t = useTranslations("left");
  const language = useLanguage();
  const duration = useDuration();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="left-for-certificate">
      <Heading>{t("title")}</Heading>
      {outlook.certificate !== "none" ? (
        <p>
          {outlook.certificate === "valid" ? t("issued") : t("revoked")}{" "}
          <Link to={paths.certificate(language, outlook.courseId)}>{t("openCertificate")}</Link>
        </p>
      ) : outlook.steps.length === 0 ? (
        <p>
          {t("none")} <Link to={paths.certificate(language, outlook.courseId)}>{t("openCertificate")}</Link>
        </p>
      ) : (
        <>
          <p className="left-summary">
            {t("summary", { count: outlook.steps.length, time: duration(outlook.minutesLeft) })}
          </p>
          <ol>
            {outlook.steps.map((step) => (
              <li key={step.to}>
                <Link to={step.to}>
                  {step.kind === "lesson"
                    ? t("lesson", { title: step.title })
                    : step.bestPercent === null
                      ? t("quiz", { title: step.title, percent: outlook.passPercent })
                      : t("quizTried", { title: step.title, percent: outlook.passPercent, best: step.bestPercent })}
                </Link>
              </li>
            ))}
          </ol>
          <p className="fine-print">{t("rule", { percent: outlook.passPercent })}</p>
        </>
      )}
    </section>
  );
}
