import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ClientLoaderFunctionArgs, useActionData, useLocation } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { loadedLesson, lessonKey } from "#app/catalogue/lessons.ts";
import { answerActivity } from "#app/commands/answer-activity.server.ts";
import { saveNote } from "#app/commands/save-note.server.ts";
import { completeLesson } from "#app/commands/complete-lesson.server.ts";
import { changedSince } from "#app/domain/changed-since.ts";
import { readingOrder } from "#app/domain/course.ts";
import { formatDate } from "#app/domain/calendar-date.ts";
import { isLanguage } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { newestAnswersOf } from "#app/store/answers.server.ts";
import { listNotesOf } from "#app/store/notes.server.ts";
import { listCompletionsOf } from "#app/store/progress.server.ts";
import { ChangeNote } from "#app/ui/change-note.tsx";
import { useLang, useLanguage } from "#app/ui/language.tsx";
import { LessonBody } from "#app/ui/lesson-body.tsx";
import { Link } from "#app/ui/link.tsx";
import { useKeptPlace } from "#app/ui/kept-place.ts";
import { prepareLesson } from "#app/ui/prepare-lesson.ts";
import { Untranslated } from "#app/ui/untranslated.tsx";
import { usePageData } from "../page-data.ts";
import { pageTitle } from "../page-title.ts";
import { actionOf, fieldOf, loaderOf, notFound, requireAccount, requireLanguage } from "../request.server.ts";
import { activityStates, hasNotes, questionsOf, typedAnswer, withOthers } from "./activity-states.server.ts";
import { requireLesson } from "./course-facts.server.ts";
import { recalledNotes } from "./written-notes.server.ts";

export const handle = { access: "account" };
export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, () => args.data?.title);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  const { account } = await requireAccount(request, context, language);
  const { course, module, lesson } = requireLesson(params);
  const { services } = context;
  const key = lessonKey({ courseId: course.id, moduleId: module.id, lessonId: lesson.id, language });
  const compiled = loadedLesson(key);
  if (!compiled) throw notFound();

  const writes = lesson.recalls !== undefined || hasNotes(course.id, lesson.activities);
  const { answers, notes, completions } = await services.store.read(async (db) => ({
    answers: await newestAnswersOf(db, { accountId: account.id, courseId: course.id, lessonId: lesson.id }),
    notes: writes ? await listNotesOf(db, { accountId: account.id, courseId: course.id }) : [],
    completions: await listCompletionsOf(db, { accountId: account.id, courseId: course.id }),
  }));
  services.rememberPlace({
    accountId: account.id,
    courseId: course.id,
    moduleId: module.id,
    lessonId: lesson.id,
    anchor: null,
    seenAt: services.now(),
  });

  const completion = completions.find(({ lessonId }) => lessonId === lesson.id);
  const since = completion && changedSince(lesson, completion.revision);
  const query = new URL(request.url).searchParams;
  const order = readingOrder(course);
  const index = order.findIndex((step) => step.lesson.id === lesson.id);
  const [previous, next] = [order[index - 1], order[index + 1]];
  const lastOfModule = next?.module.id !== module.id;
  return {
    key,
    title: lesson.title[language],
    reviewed: course.review === "reviewed",
    lawAsOf: course.lawAsOf,
    course: { id: course.id, title: course.title[language] },
    module: { id: module.id, title: module.title[language] },
    lesson: { id: lesson.id, minutes: lesson.minutes },
    number: index + 1,
    total: order.length,
    textLanguage: compiled.meta.language,
    sections: compiled.meta.sections,
    blocksBehind: compiled.meta.blocksBehind,
    done: completion !== undefined,
    revision: lesson.revision ?? 1,
    serverTime: services.now(),
    changed: since?.kind === "changed" ? { questions: questionsOf(course.id, since.questions, language) } : null,
    previous: previous && {
      title: previous.lesson.title[language],
      to: paths.lesson(language, course.id, previous.module.id, previous.lesson.id),
    },
    next: lastOfModule
      ? { title: null, to: paths.quiz(language, course.id, module.id) }
      : { title: next.lesson.title[language], to: paths.lesson(language, course.id, module.id, next.lesson.id) },
    problemAt: query.get("empty"),
    savedAt: query.get("saved"),
    ...(lesson.recalls
      ? { recalls: recalledNotes(lesson.recalls, notes, { course, language, timeZone: services.timeZone }) }
      : {}),
    activities: await withOthers(
      services,
      course.id,
      activityStates({
        courseId: course.id,
        activityIds: lesson.activities,
        answers,
        notes,
        accountId: account.id,
        language,
        secret: services.secret,
        newId: services.newId,
        again: query.get("again"),
      }),
    ),
  };
});

/** The road without JavaScript; with it, answers go to the autosave address one by one. */
export const action = actionOf(async ({ request, params, context }: ActionFunctionArgs, form) => {
  const language = requireLanguage(params);
  const { account } = await requireAccount(request, context, language);
  const { course, module, lesson } = requireLesson(params);
  const here = (anchor: string) => paths.lesson(language, course.id, module.id, lesson.id, anchor);
  const intent = fieldOf(form, "intent");

  if (intent === "complete") {
    const revision = Number(fieldOf(form, "revision")) || null;
    await completeLesson(context.services, { account, course, module, lesson, language, revision });
    return redirect(nextAfter(course, module.id, lesson.id, language), 303);
  }
  const activityId = fieldOf(form, "activity");
  const given = { accountId: account.id, course, module, lesson, activityId, fields: form, language };
  const isNote = hasNotes(course.id, [activityId]);
  const answered = isNote
    ? await saveNote(context.services, { ...given, seq: context.services.now() })
    : await answerActivity(context.services, { ...given, answerId: fieldOf(form, "answerId") });
  if (!answered.ok && answered.problems[0]?.code === "answer-foreign") throw notFound();
  const [switched, to] = intent.split(":");
  if (switched === "language" && isLanguage(to)) {
    return redirect(paths.lesson(to, course.id, module.id, lesson.id, activityId), 303);
  }
  const code = answered.ok ? undefined : answered.problems[0]?.code;
  if (code !== undefined && code !== "answer-empty") {
    const response = typedAnswer({ courseId: course.id, activityId, fields: form, language });
    return json({ refused: { activityId, code, response } }, { status: 422 });
  }
  const told = answered.ok ? (isNote ? "saved" : null) : "empty";
  const [path, anchor] = here(activityId).split("#");
  return redirect(`${path}${told ? `?${told}=${encodeURIComponent(activityId)}` : ""}#${anchor}`, 303);
});

function nextAfter(
  course: Parameters<typeof readingOrder>[0],
  moduleId: string,
  lessonId: string,
  language: Parameters<typeof paths.quiz>[0],
): string {
  const order = readingOrder(course);
  const next = order[order.findIndex((step) => step.lesson.id === lessonId) + 1];
  return next?.module.id === moduleId
    ? paths.lesson(language, course.id, moduleId, next.lesson.id)
    : paths.quiz(language, course.id, moduleId);
}

export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  const data = await serverLoader<typeof loader>();
  await prepareLesson(data.key);
  return data;
}

export default function LessonPage() {
  const data = usePageData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused ?? null;
  const t = useTranslations("lesson");
  const time = useTranslations("time");
  const courseWords = useTranslations("course");
  const language = useLanguage();
  const langOf = useLang();
  const { pathname } = useLocation();
  useKeptPlace({
    courseId: data.course.id,
    moduleId: data.module.id,
    lessonId: data.lesson.id,
    sections: data.sections.map((section) => section.id),
  });
  return (
    <article className="page lesson-page">
      <p className="crumb">
        <Link to={paths.course(language, data.course.id)}>{data.course.title}</Link>
      </p>
      <p className="facts">
        <span>{data.module.title}</span>
        <span>{t("of", { number: data.number, total: data.total })}</span>
        <span>{time("short", { count: data.lesson.minutes })}</span>
        <span>{courseWords("lawAsOf", { date: formatDate(data.lawAsOf, language) })}</span>
      </p>
      <h1 lang={langOf(data.textLanguage)}>{data.title}</h1>
      <Untranslated language={data.textLanguage} />
      {data.blocksBehind > 0 && <p className="review-state">{t("behind", { count: data.blocksBehind })}</p>}
      {!data.reviewed && <p className="review-state">{courseWords("unreviewed")}</p>}
      {data.changed && <ChangeNote questions={data.changed.questions} language={data.textLanguage} />}
      <details className="lesson-contents">
        <summary>{t("inThisLesson")}</summary>
        <ol lang={langOf(data.textLanguage)}>
          {data.sections.map((section) => (
            <li key={section.id}>
              <a href={`#${section.id}`}>{section.title}</a>
            </li>
          ))}
        </ol>
      </details>
      <LessonBody
        key={data.key}
        lessonKey={data.key}
        activities={withRefused(withSaved(withProblem(data.activities, data.problemAt), data.savedAt), refused)}
        serverTime={data.serverTime}
        recalls={data.recalls}
      />
      <nav className="lesson-end" aria-label={courseWords("outline")}>
        {data.done && <p>{t("done")}</p>}
        {data.done && !data.changed ? (
          <Link className="button" to={data.next.to}>
            {data.next.title === null ? t("nextQuiz") : t("next", { title: data.next.title })}
          </Link>
        ) : (
          // Named, because a redirect from an address with a fragment would take the fragment along.
          <form method="post" action={pathname}>
            <input type="hidden" name="revision" value={data.revision} />
            <button className="button" type="submit" name="intent" value="complete">
              {data.changed ? t("changeRead") : t("complete")}
            </button>
            <p className="hint">{data.changed ? t("changeReadHint") : t("completeHint")}</p>
          </form>
        )}
        <p className="lesson-back">
          {data.previous && <Link to={data.previous.to}>{t("previous", { title: data.previous.title })}</Link>}
          <Link to={paths.course(language, data.course.id)}>{t("backToCourse")}</Link>
          <Link to={paths.report(language, data.course.id, data.module.id, data.lesson.id)}>{t("report")}</Link>
        </p>
      </nav>
    </article>
  );
}

function withProblem<States extends Record<string, object>>(states: States, id: string | null): States {
  const state = id === null ? undefined : states[id];
  return state && id !== null ? { ...states, [id]: { ...state, problem: "answer-empty" } } : states;
}

/** Says once more what the form without script cannot: that the note on the page is the one that is stored. */
function withSaved<State extends { keeps?: string }>(
  states: Record<string, State>,
  id: string | null,
): Record<string, State> {
  const state = id === null ? undefined : states[id];
  return state?.keeps === "note" && id !== null ? { ...states, [id]: { ...state, saved: true } } : states;
}

/** What was typed and cannot be read stands in its field again, with the reason. */
function withRefused<State extends { response: unknown; review: unknown }>(
  states: Record<string, State>,
  refused: { activityId: string; code: string; response?: unknown } | null,
): Record<string, State> {
  const state = refused === null ? undefined : states[refused.activityId];
  if (!state || !refused) return states;
  const { activityId, code, response = null } = refused;
  return { ...states, [activityId]: { ...state, response, stored: state.response, review: null, problem: code } };
}
