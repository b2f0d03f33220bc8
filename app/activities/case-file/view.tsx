import { useTranslations } from "use-intl";
import { VERDICTS } from "#app/domain/note.ts";
import { useKindWords } from "#app/ui/kind-words.ts";
import { RichText } from "#app/ui/rich-text.tsx";
import type { OpenViewProps } from "../activity-state.ts";
import { NoteField, NotePrivacy, NoteSave } from "../note/note-field.tsx";
import { CasePapers } from "./case-papers.tsx";
import type { CaseFilePublic, CaseFileResponse } from "./definition.ts";
import { CASE_LETTERS } from "./limits.ts";
import { words } from "./words.ts";

type Question = CaseFilePublic["questions"][number];

/** The papers, which can be folded, and the questions, each with its field; a model answer waits until something was written. */
export function CaseFileView({
  activity,
  prefix,
  response,
  problem,
  open,
}: OpenViewProps<CaseFilePublic, CaseFileResponse>) {
  const t = useKindWords(words);
  const privacy = `${prefix}-privacy`;
  const described = problem ? `${prefix}-problem ${privacy}` : privacy;
  return (
    <div className="case-file">
      <p className="case-part">{t("papers")}</p>
      <CasePapers documents={activity.documents} />
      <p className="case-part">{t("questions")}</p>
      <NotePrivacy id={privacy} />
      <ol className="case-questions">
        {activity.questions.map((question) => {
          const { id, text } = question;
          const given = response?.[id];
          return (
            <li key={id}>
              <div className="case-asked" id={`${prefix}-${id}-asked`}>
                <RichText nodes={text} />
              </div>
              <NoteField
                id={`${prefix}-${id}`}
                name={`${prefix}.answer.${id}`}
                value={given?.text ?? ""}
                letters={CASE_LETTERS}
                label={`${prefix}-${id}-asked`}
                describedBy={described}
                rows={4}
                open={open}
              />
              {(given || !open) && (
                <ModelAnswer question={question} prefix={prefix} verdict={given?.verdict ?? null} open={open} />
              )}
            </li>
          );
        })}
      </ol>
      {open && <NoteSave />}
    </div>
  );
}

function ModelAnswer({
  question: { id, model },
  prefix,
  verdict,
  open,
}: {
  question: Question;
  prefix: string;
  verdict: CaseFileResponse[string]["verdict"];
  open: boolean;
}) {
  const t = useKindWords(words);
  const notes = useTranslations("notes");
  if (model === null) return null;
  const name = `${prefix}.answer.${id}.verdict`;
  return (
    <details className="case-model" open={verdict !== null || !open}>
      <summary>{t("model")}</summary>
      <div className="case-model-text">
        <RichText nodes={model} />
      </div>
      {open && (
        <fieldset>
          <legend>{t("compare")}</legend>
          <div className="row-choices">
            {VERDICTS.map((one) => (
              <label key={one}>
                <input type="radio" name={name} value={one} defaultChecked={one === verdict} />
                <span>{notes("verdict", { verdict: one })}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </details>
  );
}
