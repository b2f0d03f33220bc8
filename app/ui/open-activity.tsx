import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { ActivityState } from "#app/activities/activity-state.ts";
import type { PublicActivity } from "#app/activities/activity.ts";
import { openViewOf } from "#app/activities/views.tsx";
import { languageOf, lessonAt, paths } from "#app/domain/paths.ts";
import { useAddress } from "./address.ts";
import { ActivityFrame } from "./activity-frame.tsx";
import { restoreTyping } from "./early-typing.ts";
import { useLanguage } from "./language.tsx";
import { Link } from "./link.tsx";
import { useSavedAnswer } from "./saved-answer.ts";

/** In milliseconds: what is written is sent when the hand rests, not with every letter. */
const WRITING_PAUSE = 800;

interface Reply {
  response: unknown;
  nextAnswerId?: string;
  others?: Record<string, number> | null;
}

/**
 * An activity that is answered and never graded: a plain form, which script turns into one that answers in place. A note is saved as it
 * is written.
 * @param serverTime the server's clock when it made this page, UTC milliseconds
 */
export function OpenActivity({
  kind,
  activity,
  state,
  serverTime,
}: {
  kind: string;
  activity: PublicActivity;
  state: ActivityState;
  serverTime: number;
}) {
  const t = useTranslations("activity");
  const notes = useTranslations("notes");
  const language = useLanguage();
  const { pathname } = useAddress();
  const View = openViewOf(kind);
  const course = lessonAt(pathname)?.courseId;
  const [response, setResponse] = useState(state.response);
  const [others, setOthers] = useState(state.others ?? null);
  const [answerId, setAnswerId] = useState(state.answerId);
  const [problem, setProblem] = useState(state.problem ?? null);
  const opened = useRef(0);
  const place = lessonAt(pathname);
  const isNote = state.keeps === "note";
  const stored = "stored" in state ? state.stored : state.response;
  const saving = useSavedAnswer<Reply>({
    onSaved(reply) {
      setResponse(reply.response);
      if (reply.others !== undefined) setOthers(reply.others);
      if (reply.nextAnswerId) setAnswerId(reply.nextAnswerId);
      setProblem(null);
    },
    onRefused: setProblem,
  });

  const told = saving.state === "idle" && state.saved ? "saved" : saving.state;
  const formOf = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page has been taken over
  useEffect(() => {
    opened.current = Date.now();
    const form = formOf.current;
    if (isNote && form && restoreTyping(form)) save(form, null, WRITING_PAUSE);
  }, []);

  // A text that was refused stands on this page alone.
  const unkept = isNote && saving.state === "refused";
  useEffect(() => {
    if (!unkept) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unkept]);

  function save(form: HTMLFormElement, button: HTMLElement | null, pause: number) {
    if (!place) return false;
    const data = new FormData(form);
    if (button instanceof HTMLButtonElement && button.name) data.append(button.name, button.value);
    const fields = [...data.entries()].filter(([name]) => name.startsWith(`${activity.id}.answer`));
    const body = { ...place, activityId: activity.id, language, fields };
    // The server's clock, not this machine's: two devices must agree on which text is the newer one.
    const seq = Math.round(serverTime + Date.now() - opened.current);
    saving.save(
      isNote
        ? { url: "/autosave/notes", body: { ...body, seq } }
        : { url: "/autosave/activities", body: { ...body, answerId } },
      pause,
    );
    return true;
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (save(event.currentTarget, submitter, 0)) event.preventDefault();
  }

  return (
    <ActivityFrame id={activity.id} kind={kind} activity={activity} problem={problem}>
      <form
        ref={formOf}
        method="post"
        action={`${pathname}#${activity.id}`}
        onSubmit={submit}
        onChange={isNote ? (event) => save(event.currentTarget, null, WRITING_PAUSE) : undefined}
      >
        <input type="hidden" name="activity" value={activity.id} />
        <input type="hidden" name="answerId" value={answerId} />
        {isNote && <input type="hidden" name={`${activity.id}.shown`} value={JSON.stringify(stored)} />}
        <View
          activity={activity}
          prefix={activity.id}
          response={response}
          problem={problem}
          others={others}
          {...(state.notes ? { notes: state.notes } : {})}
          {...(course === undefined ? {} : { sheet: paths.plan(languageOf(null, pathname), course) })}
          open={saving.state !== "saving" || isNote}
        />
        <p className={`save-state save-state-${told}`} role="status">
          {told === "saving" && t("saving")}
          {told === "saved" && t("saved")}
          {told === "unsaved" && t("unsaved")}
        </p>
        {isNote && serverTime > 0 && place && (
          <p className="note-foot">
            <Link to={paths.notes(language, place.courseId)}>{notes("title")}</Link>
          </p>
        )}
      </form>
    </ActivityFrame>
  );
}
