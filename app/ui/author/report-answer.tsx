import { LONGEST_REPORT } from "#app/domain/content-report.ts";
import { useAuthorWords } from "./author-words.tsx";

/** The form that marks a report as answered; it is open when the answer before was refused. */
export function ReportAnswer({
  reportId,
  refused,
}: {
  reportId: string;
  refused: { note: string; code: "note-too-long" | "report-answered" } | null;
}) {
  const t = useAuthorWords();
  const id = `note-${reportId}`;
  const described = `${id}-hint${refused ? ` ${id}-problem` : ""}`;
  return (
    <details open={refused !== null}>
      <summary>{t("reports.answer")}</summary>
      <form method="post" className="form">
        <input type="hidden" name="reportId" value={reportId} />
        <div className={refused ? "field field-wrong" : "field"}>
          <label htmlFor={id}>{t("reports.note")}</label>
          <p className="hint" id={`${id}-hint`}>
            {t("reports.noteHint")}
          </p>
          {refused && (
            <p className="field-problem" id={`${id}-problem`} role="alert">
              {t(`problems.${refused.code}`)}
            </p>
          )}
          <textarea
            id={id}
            name="note"
            rows={3}
            maxLength={LONGEST_REPORT}
            defaultValue={refused?.note ?? ""}
            aria-describedby={described}
            aria-invalid={refused ? true : undefined}
          />
        </div>
        <button className="button button-small" type="submit">
          {t("reports.answer")}
        </button>
      </form>
    </details>
  );
}
