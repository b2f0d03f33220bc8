import { createContext, type ReactNode, useContext } from "react";
import type { ActivityState } from "#app/activities/activity-state.ts";
import type { PublicActivity } from "#app/activities/activity.ts";
import { loadedLesson } from "#app/catalogue/lessons.ts";
import { LanguageProvider, useLang } from "./language.tsx";
import { LessonActivity } from "./lesson-activity.tsx";
import { Callout, Card, Cite, Figure, Prose, Term } from "./lesson-elements.tsx";
import { SourceList, TermList } from "./lesson-notes.tsx";

/** The reader's state of each activity, by id. */
export const ActivityStates = createContext<Record<string, ActivityState>>({});

/** One table for all lessons: a new object for each page would make React draw everything anew. */
export const lessonElements = { Activity, Callout, Card, Cite, Figure, Term };

type Lesson = NonNullable<ReturnType<typeof loadedLesson>>;

/** The elements of each lesson. They hang on nothing but the lesson, so they are made once and not for every reader. */
const prose = new WeakMap<Lesson, ReactNode>();

function proseOf(lesson: Lesson): ReactNode {
  const known = prose.get(lesson);
  if (known) return known;
  const made = lesson.default({ components: lessonElements });
  prose.set(lesson, made);
  return made;
}

/**
 * A compiled lesson with its activities and sources. A lesson without a translation stands in its own language as a whole: its
 * buttons and headings, too, so that nobody hears them read out in a foreign voice. The messages of that language must be loaded.
 * @param lessonKey key of a lesson that is in memory
 * @param activities the learner's state of each activity, by id
 */
export function LessonBody({
  lessonKey,
  activities,
}: {
  lessonKey: string;
  activities: Record<string, ActivityState>;
}) {
  const langOf = useLang();
  const lesson = loadedLesson(lessonKey);
  if (!lesson) throw new Error(`The lesson ${lessonKey} was not loaded before rendering.`);
  const lang = langOf(lesson.meta.language);
  const body = (
    <ActivityStates.Provider value={activities}>
      <Prose>{proseOf(lesson)}</Prose>
      <TermList terms={lesson.meta.terms} />
      <SourceList sources={lesson.meta.sources} />
    </ActivityStates.Provider>
  );
  return lang === undefined ? (
    body
  ) : (
    <div lang={lang}>
      <LanguageProvider language={lang}>{body}</LanguageProvider>
    </div>
  );
}

function Activity({ kind, id, data }: { kind: string; id: string; data: PublicActivity }) {
  const state = useContext(ActivityStates)[id];
  return state ? <LessonActivity key={id} kind={kind} activity={data} state={state} /> : null;
}
