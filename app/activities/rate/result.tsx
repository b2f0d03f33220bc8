import { formatDate, formatNumber, isCalendarDay } from "#app/domain/calendar-date.ts";
import { RichText } from "#app/ui/rich-text.tsx";
import { useKindWords } from "#app/ui/kind-words.ts";
import type { RatePublic, RateResponse } from "./definition.ts";
import { LONGEST_ENTRIES } from "./entries.ts";
import { MeansChart } from "./means-chart.tsx";
import { improvableOf, levelOf, meansOf, unknownOf } from "./summary.ts";
import { words } from "./words.ts";

/** What the levels show so far: one page on paper. Everything in it follows from the response, the picture from the table. */
export function RateResult({
  activity,
  prefix,
  response,
}: {
  activity: RatePublic;
  prefix: string;
  response: RateResponse | null;
}) {
  const t = useKindWords(words);
  const means = response ? meansOf(activity, response) : [];
  const begun = means.some(({ rated, unknown }) => rated + unknown > 0);
  return (
    <section className="rate-result" aria-labelledby={`${prefix}-result`}>
      <h3 id={`${prefix}-result`}>{t("result")}</h3>
      {response && begun ? (
        <>
          <div className="rate-means">
            <MeansChart means={means.map(({ mean }) => mean)} top={activity.levels.length - 1} />
            <MeansTable means={means} top={activity.levels.length - 1} language={activity.language} />
          </div>
          <p className="hint">{t("chart")}</p>
          <Weakest {...{ activity, prefix, response }} />
          <Unknown {...{ activity, response }} />
        </>
      ) : (
        <>
          <p className="hint rate-not-yet">{t("notYet")}</p>
          <div className="rate-blank">
            <p>{t("weakest")}</p>
            {[1, 2].map((number) => (
              <div key={number}>
                <p className="rate-lines">{String(number)}.</p>
                <p>{t("improve")}</p>
                <p className="rate-lines" />
              </div>
            ))}
          </div>
        </>
      )}
      <NextLook language={activity.language} prefix={prefix} look={response?.look ?? ""} />
    </section>
  );
}

function MeansTable({
  means,
  top,
  language,
}: {
  means: ReturnType<typeof meansOf>;
  top: number;
  language: RatePublic["language"];
}) {
  const t = useKindWords(words);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("dimension")}</th>
          <th scope="col">{t("mean")}</th>
          <th scope="col">{t("rated")}</th>
          <th scope="col">{t("notKnown")}</th>
        </tr>
      </thead>
      <tbody>
        {means.map(({ name, mean, statements, rated, unknown }, index) => (
          <tr key={name}>
            <th scope="row">
              {index + 1}. {name}
            </th>
            <td>
              {mean === null
                ? t("noMean")
                : t("meanOf", { mean: formatNumber(Math.round(mean * 10) / 10, language), top: String(top) })}
            </td>
            <td>{t("ratedOf", { rated: String(rated), count: String(statements) })}</td>
            <td>{String(unknown)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Weakest({ activity, prefix, response }: { activity: RatePublic; prefix: string; response: RateResponse }) {
  const t = useKindWords(words);
  const statements = improvableOf(activity, response);
  return (
    <>
      <h4>{t("weakest")}</h4>
      {statements.length === 0 && <p>{t("noneWeak")}</p>}
      {statements.map(({ id, text }) => {
        const at = `${prefix}-improve-${id}`;
        const level = levelOf(activity, response, id);
        const improve = response.entries[id]?.improve ?? "";
        return (
          <div key={id} className="rate-improve">
            <p id={`${at}-of`}>
              <RichText nodes={text} />
              {typeof level === "number" && (
                <span className="rate-level">
                  <b>{String(level)}</b> {activity.levels[level]}
                </span>
              )}
            </p>
            <label htmlFor={at}>{t("improve")}</label>
            <input
              id={at}
              type="text"
              name={`${prefix}.answer.improve.${id}`}
              maxLength={LONGEST_ENTRIES.improve}
              autoComplete="off"
              aria-describedby={`${at}-of`}
              defaultValue={improve}
            />
            <p className="rate-lines">{improve}</p>
          </div>
        );
      })}
    </>
  );
}

function Unknown({ activity, response }: { activity: RatePublic; response: RateResponse }) {
  const t = useKindWords(words);
  const unknown = unknownOf(activity, response);
  if (unknown.length === 0) return null;
  return (
    <>
      <h4>{t("ask")}</h4>
      <ul>
        {unknown.map(({ id, text }) => {
          const who = response.entries[id]?.who;
          return (
            <li key={id}>
              <RichText nodes={text} />
              {who && (
                <span className="rate-level">
                  {t("who")}: {who}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** A day that is none stays as it was written, with a word about it: everything else is kept all the same. */
function NextLook({ language, prefix, look }: { language: RatePublic["language"]; prefix: string; look: string }) {
  const t = useKindWords(words);
  const at = `${prefix}-look`;
  const wrong = look !== "" && !isCalendarDay(look);
  return (
    <div className="rate-look">
      <label htmlFor={at}>{t("look")}</label>
      {wrong && (
        <p className="field-problem" id={`${at}-problem`}>
          {look} – {t("noDay")}
        </p>
      )}
      <input
        id={at}
        // A date field would show nothing of it, and then send nothing.
        type={wrong ? "text" : "date"}
        name={`${prefix}.answer.look`}
        maxLength={LONGEST_ENTRIES.look}
        min="2000-01-01"
        max="2099-12-31"
        defaultValue={look}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${at}-problem` : undefined}
      />
      <p className="rate-lines">{wrong || look === "" ? look : formatDate(look, language)}</p>
    </div>
  );
}
