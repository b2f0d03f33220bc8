import { useTranslations } from "use-intl";
import { anchorOf, isReportKind } from "#app/domain/content-report.ts";
import { formatDate } from "#app/domain/calendar-date.ts";
import type { Language } from "#app/domain/language.ts";
import { useLanguage } from "../language.tsx";
import { Link } from "../link.tsx";
import { LANGUAGE_NAMES } from "../shell.tsx";
import { useAuthorWords } from "./author-words.tsx";
import { previewAddress } from "./preview-address.ts";
import { ReportAnswer } from "./report-answer.tsx";

export interface ReportLine {
  id: string;
  courseId: string;
  /** The lesson's folder in its course. */
  folder: string;
  /** Null when the course has no such lesson any more. */
  title: string | null;
  language: Language;
  place: string;
  excerpt: string;
  revision: number;
  kind: string;
  text: string;
  /** `YYYY-MM-DD` */
  sentOn: string;
  /** Whole days since then. */
  days: number;
  answer: { on: string; note: string } | null;
}

/** What was wrong with the answer that was just sent, and what was typed. */
export interface RefusedAnswer {
  reportId: string;
  note: string;
  code: "note-too-long" | "report-answered";
}

/** Reports of learners, each with its place in the preview and, while it is open, a form to answer it. */
export function ReportList({ reports, refused }: { reports: readonly ReportLine[]; refused: RefusedAnswer | null }) {
  return (
    <>
      {reports.map((report) => (
        <Report key={report.id} report={report} refused={refused?.reportId === report.id ? refused : null} />
      ))}
    </>
  );
}

function Report({ report, refused }: { report: ReportLine; refused: RefusedAnswer | null }) {
  const t = useAuthorWords();
  const kinds = useTranslations("reportKinds");
  const reader = useLanguage();
  const { id, courseId, folder, title, language, answer } = report;
  const place = previewAddress(
    reader,
    { courseId, folder },
    { as: "reviewer", in: language, beside: null, report: id },
    anchorOf(report.place),
  );
  const age = report.days === 0 ? t("reports.today") : t("reports.daysAgo", { count: report.days });
  return (
    <article className="report" id={`report-${id}`} aria-labelledby={`title-${id}`}>
      <h2 id={`title-${id}`}>
        {title ?? folder}: {isReportKind(report.kind) ? kinds(report.kind) : report.kind}
      </h2>
      <p className="facts">
        <span>{answer ? t("reports.answered") : <strong>{t("reports.open")}</strong>}</span>
        <span lang={language}>{LANGUAGE_NAMES[language]}</span>
        <span>{t("reports.revision", { number: report.revision })}</span>
        <span>
          {formatDate(report.sentOn, reader)}, {age}
        </span>
      </p>
      <blockquote>
        {report.place === "" ? t("reports.whole") : <span lang={language}>{report.excerpt}</span>}
      </blockquote>
      <p className="visually-hidden">{t("reports.said")}</p>
      <p className="report-text" lang={language}>
        {report.text}
      </p>
      {title !== null && (
        <p>
          <Link to={place}>{t("reports.place")}</Link>
        </p>
      )}
      {answer ? (
        <div className="aside-note">
          <p className="hint">{t("reports.answeredOn", { date: formatDate(answer.on, reader) })}</p>
          {answer.note !== "" && <p className="report-text">{answer.note}</p>}
        </div>
      ) : (
        <ReportAnswer reportId={id} refused={refused} />
      )}
    </article>
  );
}
