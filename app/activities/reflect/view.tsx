import { RichText } from "#app/ui/rich-text.tsx";
import { useKindWords } from "#app/ui/kind-words.ts";
import type { OpenViewProps } from "../activity-state.ts";
import { NoteField, NotePrivacy, NoteSave } from "../note/note-field.tsx";
import type { ReflectPublic, ReflectResponse } from "./definition.ts";
import { REFLECT_LETTERS } from "./limit.ts";
import { words } from "./words.ts";

/** A private note: what one may think of, the field, and who sees it. */
export function ReflectView({
  activity,
  prefix,
  response,
  problem,
  open,
}: OpenViewProps<ReflectPublic, ReflectResponse>) {
  const t = useKindWords(words);
  const privacy = `${prefix}-privacy`;
  return (
    <div className="reflect">
      {activity.hints.length > 0 && (
        <div className="reflect-hints">
          <p id={`${prefix}-hints`}>{t("hints")}</p>
          <ul aria-labelledby={`${prefix}-hints`}>
            {activity.hints.map((hint, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the hints of one text never move
              <li key={index}>
                <RichText nodes={hint} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <NoteField
        id={`${prefix}-note`}
        name={`${prefix}.answer`}
        value={response ?? ""}
        letters={REFLECT_LETTERS}
        describedBy={problem ? `${prefix}-problem ${privacy}` : privacy}
        open={open}
      />
      <NotePrivacy id={privacy} />
      {open && <NoteSave />}
    </div>
  );
}
