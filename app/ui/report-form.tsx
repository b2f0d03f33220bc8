import { useTranslations } from "use-intl";
import { LONGEST_REPORT, REPORT_KINDS } from "#app/domain/content-report.ts";
import type { Problem } from "#app/domain/result.ts";
import { SelectField } from "./field.tsx";
import { ProblemSummary } from "./problem-summary.tsx";
import { TextArea } from "./text-area.tsx";

/**
 * The form with which a learner says what is wrong in a lesson.
 * @param sections the places of the lesson, under the sections that hold them
 * @param typed what stands in the fields; `reportId` makes sending it twice harmless
 */
export function ReportForm({
  sections,
  problems,
  typed,
}: {
  sections: readonly { id: string; title: string; places: readonly { place: string; words: string }[] }[];
  problems: readonly Problem[];
  typed: { reportId: string; place: string; kind: string; text: string };
}) {
  const t = useTranslations("report");
  const kinds = useTranslations("reportKinds");
  return (
    <>
      <ProblemSummary problems={problems} />
      <form method="post" className="form report-form">
        <input type="hidden" name="reportId" value={typed.reportId} />
        <SelectField name="at" label={t("place")} problems={problems} defaultValue={typed.place}>
          <option value="">{t("whole")}</option>
          {sections.map(({ id, title, places }) => (
            <optgroup key={id} label={title || t("opening")}>
              {places.map(({ place, words }) => (
                <option key={place} value={place}>
                  {place === id ? t("section", { title: words }) : words}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <SelectField name="kind" label={t("kind")} problems={problems} defaultValue={typed.kind}>
          <option value="">{t("chooseKind")}</option>
          {REPORT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kinds(kind)}
            </option>
          ))}
        </SelectField>
        <TextArea
          name="text"
          label={t("text")}
          hint={t("textHint")}
          problems={problems}
          defaultValue={typed.text}
          maxLength={LONGEST_REPORT}
        />
        <button className="button" type="submit">
          {t("submit")}
        </button>
      </form>
    </>
  );
}
