import { useTranslations } from "use-intl";
import { useLang } from "#app/ui/language.tsx";
import { Link } from "#app/ui/link.tsx";
import type { PlanSheet } from "./plan-sheets.server.ts";

/** An action plan as it was written, for a page of paper. The name is shown where the style sheet finds the box above it ticked. */
export function Sheet({ sheet, course, name }: { sheet: PlanSheet; course: string; name: string }) {
  const t = useTranslations("plan");
  const langOf = useLang();
  const { written, lesson } = sheet;
  return (
    <article className="plan-sheet">
      <p className="plan-sheet-facts">
        <span>{course}</span>
        <span className="plan-sheet-name">
          {t("writtenBy")} {name}
        </span>
        <span>
          {t("asOf")} {written?.on}
        </span>
        {written?.finished && <span>{t("finished")}</span>}
      </p>
      <ol>
        {written?.lines.map(({ id, title, text, actions }) => (
          <li key={id}>
            <h2 lang={langOf(sheet.language)}>{title}</h2>
            {text !== "" && <p className="plan-sheet-text">{text}</p>}
            {actions.map((action) => (
              <div key={action.id} className="plan-sheet-action">
                <p className="plan-sheet-text">{action.what}</p>
                <Facts who={action.who} by={action.by} money={action.money} />
              </div>
            ))}
            {text === "" && actions.length === 0 && <p className="plan-sheet-empty">{t("emptyLine")}</p>}
          </li>
        ))}
      </ol>
      <p className="plan-sheet-change">
        <Link to={lesson.to}>{t("change", { title: lesson.title })}</Link>
      </p>
    </article>
  );
}

function Facts({ who, by, money }: { who: string; by: string; money: string }) {
  const t = useTranslations("plan");
  const facts = [
    { name: t("who"), value: who },
    { name: t("by"), value: by },
    { name: t("money"), value: money },
  ].filter(({ value }) => value !== "");
  if (facts.length === 0) return null;
  return (
    <dl>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
