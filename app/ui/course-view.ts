import { type Course, findLesson, findModule, textLanguage } from "#app/domain/course.ts";
import type { Language } from "#app/domain/language.ts";
import { CHANGE_NOTE, paths } from "#app/domain/paths.ts";
import type { CourseProgress, LessonState, QuizState } from "#app/domain/progress.ts";

/** A course as its pages show it: one language, one learner, nothing else. */
export interface CourseView {
  id: string;
  title: string;
  summary: string;
  edition: string;
  lawAsOf: string;
  minutes: number;
  reviewed: boolean;
  welcome: { title: string; minutes: number } | null;
  /** Sheets to print; `language` is that of title and summary. */
  aids: { id: string; title: string; summary: string; language: Language }[];
  modules: {
    id: string;
    title: string;
    summary: string;
    outcomes: string[];
    lessons: {
      id: string;
      title: string;
      summary: string;
      minutes: number;
      state: LessonState;
      /** That of title and summary. */
      language: Language;
      /** It says something else than when this learner finished it. */
      changed: boolean;
    }[];
    quiz: QuizState & { minutes: number };
  }[];
}

export function courseView(course: Course, progress: CourseProgress, language: Language): CourseView {
  return {
    id: course.id,
    title: course.title[language],
    summary: course.summary[language],
    edition: course.edition,
    lawAsOf: course.lawAsOf,
    minutes: course.workloadMinutes,
    reviewed: course.review === "reviewed",
    welcome: course.welcome && { title: course.welcome.title[language], minutes: course.welcome.minutes },
    aids: course.aids.map((aid) => ({
      id: aid.id,
      title: aid.title[language],
      summary: aid.summary[language],
      language: textLanguage(course, aid, language),
    })),
    modules: course.modules.map((module) => ({
      id: module.id,
      title: module.title[language],
      summary: module.summary[language],
      outcomes: module.outcomes.map((outcome) => outcome.text[language]),
      lessons: module.lessons.map((lesson) => ({
        id: lesson.id,
        title: lesson.title[language],
        summary: lesson.summary[language],
        minutes: lesson.minutes,
        state: progress.lessons[lesson.id] ?? "new",
        language: textLanguage(course, lesson, language),
        changed: progress.changed.some(({ lessonId }) => lessonId === lesson.id),
      })),
      quiz: {
        minutes: module.quiz.minutes,
        ...(progress.quizzes[module.id] ?? { passed: false, bestPercent: null, open: false }),
      },
    })),
  };
}

/** The finished lessons that have changed since, each with the place that says so. */
export function changedLessons(
  course: Course,
  progress: CourseProgress,
  language: Language,
): { title: string; language: Language; to: string }[] {
  return progress.changed.flatMap(({ moduleId, lessonId }) => {
    const module = findModule(course, moduleId);
    const lesson = module && findLesson(module, lessonId);
    const to = paths.lesson(language, course.id, moduleId, lessonId, CHANGE_NOTE);
    return lesson ? [{ title: lesson.title[language], language: textLanguage(course, lesson, language), to }] : [];
  });
}

/** Where "continue" leads: into the very screen of the lesson where the learner stopped. */
export function stepPath(course: Course, progress: CourseProgress, language: Language): string {
  const { next } = progress;
  if (!progress.begun && course.welcome) return paths.welcome(language, course.id);
  if (next.kind === "certificate") return paths.certificate(language, course.id);
  if (next.kind === "quiz") return paths.quiz(language, course.id, next.moduleId);
  return paths.lesson(language, course.id, next.moduleId, next.lessonId, next.anchor);
}
