import { createContext, type ReactNode, useContext } from "react";
import type { ActivityState } from "#app/activities/activity-state.ts";
import type { PublicActivity } from "#app/activities/activity.ts";
import { loadedLesson } from "#app/catalogue/lessons.ts";
import { LanguageProvider, useLang } from "./language.tsx";
import { isOpenKind } from "#app/activities/views.tsx";
import { Exhibit } from "./exhibit.tsx";
import { LessonActivity } from "./lesson-activity.tsx";
import { Aid, Callout, Card, Cite, Figure, Prose, Term } from "./lesson-elements.tsx";
import { OpenActivity } from "./open-activity.tsx";
import { Recall, type RecalledNotes, RecalledNotesProvider } from "./recall.tsx";
import { SourceList, TermList } from "./lesson-notes.tsx";

/** The reader's state of each activity, by id. */
export const ActivityStates = createContext<Record<string, ActivityState>>({});

/** The server's clock when it made the page, UTC milliseconds. */
const ServerTime = createContext(0);

/** One table for all lessons: a new object for each page would make React draw everything anew. */
export const lessonElements = { Activity, Aid, Callout, Card, Cite, Exhibit, Figure, Recall, Term };

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
 * @param serverTime the server's clock when it made the page, UTC milliseconds; 0 where nothing is kept
 * @param recalls the learner's earlier notes that the lesson shows again, by id of their activity
 */
export function LessonBody({
  lessonKey,
  activities,
  serverTime = 0,
  recalls,
}: {
  lessonKey: string;
  activities: Record<string, ActivityState>;
  serverTime?: number;
  recalls?: RecalledNotes | undefined;
}) {
  const langOf = useLang();
  const lesson = loadedLesson(lessonKey);
  if (!lesson) throw new Error(`The lesson ${lessonKey} was not loaded before rendering.`);
  const lang = langOf(lesson.meta.language);
  const body = (
    <ActivityStates.Provider value={activities}>
      <ServerTime.Provider value={serverTime}>
        <RecalledNotesProvider notes={recalls}>
          <Prose>{proseOf(lesson)}</Prose>
        </RecalledNotesProvider>
      </ServerTime.Provider>
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
  const serverTime = useContext(ServerTime);
  if (!state) return null;
  const given = { kind, activity: data, state };
  return isOpenKind(kind) ? (
    <OpenActivity key={id} {...given} serverTime={serverTime} />
  ) : (
    <LessonActivity key={id} {...given} />
  );
}
