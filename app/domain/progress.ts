/**
 * Progress as a pure function of facts. "What is left for the certificate" is computed here and nowhere else,
 * so the course page, the dashboard and the certificate page cannot disagree.
 */
import { changedSince } from "./changed-since.ts";
import { type Course, readingOrder } from "./course.ts";

export interface ProgressFacts {
  /** `revision` is that of the lesson as it was read, counted from 1; null for a completion from before it was kept. */
  completions: { lessonId: string; revision: number | null }[];
  places: { moduleId: string; lessonId: string; anchor: string; seenAt: number }[];
  attempts: { moduleId: string; submittedAt: number | null; scorePermille: number | null; passed: boolean | null }[];
}

export type LessonState = "new" | "begun" | "done";

export interface QuizState {
  passed: boolean;
  /** Whole percent of the best submitted attempt, rounded down, or null. */
  bestPercent: number | null;
  /** An attempt that was started and not yet submitted. */
  open: boolean;
}

/** One thing that is still missing for the certificate. */
export type Requirement =
  | { kind: "lesson"; moduleId: string; lessonId: string }
  | { kind: "quiz"; moduleId: string; bestPercent: number | null };

/** A finished lesson that now says something else. It stays finished. */
export interface ChangedLesson {
  moduleId: string;
  lessonId: string;
  /** Ids of the activities that cover the change. */
  questions: string[];
}

/** Where "continue" leads. */
export type NextStep =
  | { kind: "lesson"; moduleId: string; lessonId: string; anchor: string | null }
  | { kind: "quiz"; moduleId: string }
  | { kind: "certificate" };

export interface CourseProgress {
  lessons: Record<string, LessonState>;
  quizzes: Record<string, QuizState>;
  remaining: Requirement[];
  /** In reading order. */
  changed: ChangedLesson[];
  /** Minutes of the lessons and quizzes in `remaining`. */
  minutesLeft: number;
  begun: boolean;
  complete: boolean;
  next: NextStep;
}

/** Folds the facts about one learner and one course. Facts about lessons that the course no longer has are ignored. */
export function foldProgress(course: Course, facts: ProgressFacts): CourseProgress {
  const done = new Map(facts.completions.map(({ lessonId, revision }) => [lessonId, revision]));
  const places = [...facts.places].sort((a, b) => b.seenAt - a.seenAt);
  const seen = new Set(places.map((place) => place.lessonId));
  const order = readingOrder(course);

  const lessons: Record<string, LessonState> = {};
  for (const { lesson } of order) {
    lessons[lesson.id] = done.has(lesson.id) ? "done" : seen.has(lesson.id) ? "begun" : "new";
  }
  const quizzes: Record<string, QuizState> = {};
  for (const module of course.modules) quizzes[module.id] = quizState(module.id, facts.attempts);

  const remaining: Requirement[] = [];
  let minutesLeft = 0;
  for (const module of course.modules) {
    for (const lesson of module.lessons) {
      if (lessons[lesson.id] === "done") continue;
      remaining.push({ kind: "lesson", moduleId: module.id, lessonId: lesson.id });
      minutesLeft += lesson.minutes;
    }
    const quiz = quizzes[module.id];
    if (quiz?.passed) continue;
    remaining.push({ kind: "quiz", moduleId: module.id, bestPercent: quiz?.bestPercent ?? null });
    minutesLeft += module.quiz.minutes;
  }

  const changed = order.flatMap(({ module, lesson }): ChangedLesson[] => {
    const revision = done.get(lesson.id);
    const since = revision === undefined ? null : changedSince(lesson, revision);
    return since?.kind === "changed" ? [{ moduleId: module.id, lessonId: lesson.id, questions: since.questions }] : [];
  });

  const begun = facts.completions.length > 0 || facts.attempts.length > 0 || places.length > 0;
  return {
    lessons,
    quizzes,
    remaining,
    changed,
    minutesLeft,
    begun,
    complete: remaining.length === 0,
    next: nextStep(remaining, places, lessons, quizzes),
  };
}

function quizState(moduleId: string, attempts: ProgressFacts["attempts"]): QuizState {
  const own = attempts.filter((attempt) => attempt.moduleId === moduleId);
  const submitted = own.filter((attempt) => attempt.submittedAt !== null);
  const best = submitted.reduce((max, attempt) => Math.max(max, attempt.scorePermille ?? 0), -1);
  return {
    passed: submitted.some((attempt) => attempt.passed === true),
    bestPercent: best < 0 ? null : Math.floor(best / 10),
    open: own.some((attempt) => attempt.submittedAt === null),
  };
}

function nextStep(
  remaining: Requirement[],
  places: ProgressFacts["places"],
  lessons: Record<string, LessonState>,
  quizzes: Record<string, QuizState>,
): NextStep {
  const [newest] = places;
  if (newest && lessons[newest.lessonId] === "begun") {
    return { kind: "lesson", moduleId: newest.moduleId, lessonId: newest.lessonId, anchor: newest.anchor };
  }
  const openQuiz = remaining.find((left) => left.kind === "quiz" && quizzes[left.moduleId]?.open);
  if (openQuiz) return { kind: "quiz", moduleId: openQuiz.moduleId };
  const [first] = remaining;
  if (!first) return { kind: "certificate" };
  if (first.kind === "quiz") return { kind: "quiz", moduleId: first.moduleId };
  const place = places.find((candidate) => candidate.lessonId === first.lessonId);
  return { kind: "lesson", moduleId: first.moduleId, lessonId: first.lessonId, anchor: place?.anchor ?? null };
}
