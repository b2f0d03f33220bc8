import { useTranslations } from "use-intl";
import { type Amount, widthOf, writeAmount } from "#app/domain/written-amount.ts";
import { writeNumber } from "#app/domain/written-number.ts";
import type { ActivityViewProps } from "../activity-state.ts";
import { NearMisses, nearReason, Reason } from "../option-list.tsx";
import type { NumberKey, NumberPublic, NumberResponse } from "./definition.ts";

/** As much as the server keeps; see `LONGEST_NUMBER`. The definition itself stays out of the browser. */
const LONGEST = 100;

/** One field with its unit beside it. What was typed on the page of another language is shown with what it was read as. */
export function NumberView({
  activity,
  prefix,
  response,
  problem,
  review,
}: ActivityViewProps<NumberPublic, NumberResponse, NumberKey>) {
  const t = useTranslations("activity");
  const { unit, language } = activity;
  const id = `${prefix}-answer`;
  if (review) {
    if (review.solution) {
      return (
        <>
          <div className="typed option-right">
            <RightValues amounts={review.key.right} activity={activity} />
          </div>
          <NearMisses
            answers={review.key.near.map((amount) => `${writeAmount(amount, language)} ${unit}`.trim())}
            feedback={review.feedback}
          />
        </>
      );
    }
    const given = review.response;
    return (
      <div className={`typed option-${review.grade.marks.answer}`}>
        <p className="typed-given">{given ? `${given.text} ${unit}` : t("noAnswer")}</p>
        {given && <ReadAs response={given} language={language} />}
        {review.grade.score < 1 && <RightValues amounts={review.key.right} activity={activity} />}
        <Reason
          mark={review.grade.marks.answer === "missed" ? "wrong" : review.grade.marks.answer}
          nodes={nearReason(review)}
          chosen={false}
        />
      </div>
    );
  }
  const unitId = unit === "" ? undefined : `${id}-unit`;
  return (
    <div className="typed">
      <label htmlFor={id}>{t("yours")}</label>
      <p className="typed-field">
        <input
          id={id}
          name={`${prefix}.answer`}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={LONGEST}
          defaultValue={response?.text ?? ""}
          aria-describedby={[unitId, problem ? `${prefix}-problem` : undefined].filter(Boolean).join(" ") || undefined}
          aria-invalid={problem ? true : undefined}
        />
        {unit !== "" && <span id={unitId}>{unit}</span>}
      </p>
      {response && (
        <>
          <input type="hidden" name={`${prefix}.answer.typed`} value={response.text} />
          <input type="hidden" name={`${prefix}.answer.language`} value={response.language} />
          <ReadAs response={response} language={language} />
        </>
      )}
    </div>
  );
}

/** Says as what a text was read where a reader of this page could take it for another number. */
function ReadAs({ response, language }: { response: NumberResponse; language: NumberPublic["language"] }) {
  const t = useTranslations("activity");
  if (response.value === null) return null;
  const written = writeNumber(response.value, language);
  const foreign = response.language !== language && /[.,]/.test(response.text);
  const twofold = /^[^.,]*[.,]\d{3}(?!\d)[^.,]*$/.test(response.text);
  const isPlain = response.text.trim() === written || !(foreign || twofold);
  return isPlain ? null : <p className="typed-read">{t("readAs", { number: written })}</p>;
}

function RightValues({ amounts, activity }: { amounts: readonly Amount[]; activity: NumberPublic }) {
  const t = useTranslations("activity");
  const { unit, language } = activity;
  const write = (value: number) => writeNumber(Number(value.toPrecision(15)), language);
  return amounts.map((amount) => {
    const { value } = amount;
    const width = widthOf(amount);
    return (
      <p className="typed-right" key={`${value} ${width}`}>
        {t("rightAnswer", { answer: `${write(value)} ${unit}`.trim() })}
        {width > 0 && ` (${t("fromTo", { from: write(value - width), to: write(value + width) })})`}
      </p>
    );
  });
}
