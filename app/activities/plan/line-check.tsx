import { useKindWords } from "#app/ui/kind-words.ts";
import { RichText } from "#app/ui/rich-text.tsx";
import type { OpenViewProps } from "../activity-state.ts";
import type { PlanLine, PlanPublic, PlanResponse } from "./definition.ts";
import { CHECKS } from "./sheet.ts";
import { words } from "./words.ts";

const NAMES = { met: "met", partly: "partly", unmet: "unmet" } as const;

/** The criterion of a line, and how far its writer thinks that it is met. */
export function LineCheck({
  line,
  prefix,
  response,
  open,
}: { line: PlanLine } & Pick<OpenViewProps<PlanPublic, PlanResponse>, "prefix" | "response" | "open">) {
  const t = useKindWords(words);
  const checked = response?.lines.find(({ id }) => id === line.id)?.check ?? null;
  return (
    <fieldset className="plan-check">
      <legend>
        {t("check")} <RichText nodes={line.criterion} />
      </legend>
      <div className="row-choices">
        {CHECKS.map((check) => (
          <label key={check}>
            <input
              type="radio"
              name={`${prefix}.answer.${line.id}.check`}
              value={check}
              defaultChecked={check === checked}
              disabled={!open}
            />
            <span>{t(NAMES[check])}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
