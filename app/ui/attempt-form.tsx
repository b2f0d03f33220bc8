import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { PublicActivity } from "#app/activities/activity.ts";
import { viewOf } from "#app/activities/views.tsx";
import type { Confidence } from "#app/domain/confidence.ts";
import { ActivityFrame } from "./activity-frame.tsx";
import { useLanguage } from "./language.tsx";
import { useSavedAnswer } from "./saved-answer.ts";

/** In milliseconds: what is typed is sent when the hand rests, not with every letter. */
const TYPING_PAUSE = 600;

export interface OpenItem {
  id: string;
  kind: string;
  order: string[];
  activity: PublicActivity;
  response: unknown;
  /** How sure the learner said to be; null where nobody asked or nobody said. */
  confidence?: Confidence | null;
  /** Code of what is wrong with the response, which is kept all the same; null when nothing is. */
  problem?: string | null;
}

/**
 * An attempt under way. The form holds every answer, so handing in works without script and after a lost line; with
 * script, each answer is also saved as it is given.
 */
export function AttemptForm({
  attemptId,
  items,
  serverTime,
  unanswered,
  saved,
}: {
  attemptId: string;
  items: OpenItem[];
  /** The server's clock when it made this page, UTC milliseconds. */
  serverTime: number;
  /** How many questions had no answer when handing in was tried. */
  unanswered: number;
  saved: boolean;
}) {
  const t = useTranslations("quiz");
  const language = useLanguage();
  const notice = useRef<HTMLDivElement>(null);
  const leaving = useRef(false);

  useEffect(() => {
    if (unanswered > 0) notice.current?.focus();
  }, [unanswered]);

  return (
    <form
      method="post"
      id="attempt"
      className="attempt-form"
      onSubmit={() => {
        leaving.current = true;
      }}
    >
      {unanswered > 0 && (
        <div className="notice notice-warning" ref={notice} tabIndex={-1} role="alert">
          <p>{t("unanswered", { count: unanswered })}</p>
          <button className="button button-quiet" type="submit" name="intent" value="submit-anyway">
            {t("submitAnyway")}
          </button>
        </div>
      )}
      {saved && unanswered === 0 && (
        <p className="notice" role="status">
          {t("savedAll")}
        </p>
      )}
      {items.map((item, index) => (
        <Item
          key={item.id}
          item={item}
          heading={t("question", { number: index + 1, total: items.length })}
          attemptId={attemptId}
          serverTime={serverTime}
          language={language}
          leaving={leaving}
        />
      ))}
      <div className="attempt-end">
        <button className="button" type="submit" name="intent" value="submit">
          {t("submit")}
        </button>
        <button className="button button-quiet" type="submit" name="intent" value="save">
          {t("save")}
        </button>
        <p className="hint">{t("submitHint")}</p>
      </div>
    </form>
  );
}

/** Whether a change may be one letter of many. */
function isTyped(field: EventTarget): boolean {
  return field instanceof HTMLInputElement && field.type === "text";
}

function Item({
  item,
  heading,
  attemptId,
  serverTime,
  language,
  leaving,
}: {
  item: OpenItem;
  heading: string;
  attemptId: string;
  serverTime: number;
  language: string;
  leaving: { readonly current: boolean };
}) {
  const t = useTranslations("activity");
  const quiz = useTranslations("quiz");
  const opened = useRef(0);
  const [problem, setProblem] = useState(item.problem ?? null);
  const saving = useSavedAnswer<{ problem?: string }>({
    onSaved: (reply) => setProblem(reply.problem ?? null),
    onRefused: setProblem,
    leaving,
  });
  const View = viewOf(item.kind);

  useEffect(() => {
    opened.current = Date.now();
  }, []);

  function save(event: FormEvent<HTMLDivElement>) {
    const form = (event.target as HTMLElement).closest("form");
    if (!form) return;
    const fields = [...new FormData(form).entries()].filter(
      ([name]) => name.startsWith(`${item.id}.answer`) || name === `${item.id}.confidence`,
    );
    // The server's clock, not this machine's: two devices must agree on which answer is the newer one.
    const seq = Math.round(serverTime + Date.now() - opened.current);
    const body = { attemptId, itemId: item.id, seq, language, fields };
    saving.save({ url: "/autosave/attempts", body }, isTyped(event.target) ? TYPING_PAUSE : 0);
  }

  return (
    <ActivityFrame id={item.id} kind={item.kind} activity={item.activity} problem={problem} heading={heading}>
      <input type="hidden" name="item" value={item.id} />
      <input type="hidden" name={`${item.id}.shown`} value={JSON.stringify(item.response)} />
      {item.activity.confidence && (
        <input type="hidden" name={`${item.id}.shown.confidence`} value={item.confidence ?? ""} />
      )}
      {/* Changes of the fields inside bubble to here. */}
      <div onChange={save}>
        <View
          activity={item.activity}
          order={item.order}
          prefix={item.id}
          response={item.response}
          confidence={item.confidence ?? null}
          problem={problem}
          review={null}
        />
      </div>
      <p className={`save-state save-state-${saving.state}`} role="status">
        {saving.state === "saving" && t("saving")}
        {saving.state === "saved" && t("saved")}
        {saving.state === "unsaved" && quiz("retryNote")}
      </p>
    </ActivityFrame>
  );
}
