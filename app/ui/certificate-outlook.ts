import { type Course, findLesson, findModule } from "#app/domain/course.ts";
import type { Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import type { CourseProgress } from "#app/domain/progress.ts";

/** Whether the learner has the certificate of this edition, and whether it still holds. */
export type CertificateStanding = "none" | "valid" | "revoked";

/** What stands between a learner and the certificate, ready to be shown. */
export interface CertificateOutlook {
  courseId: string;
  certificate: CertificateStanding;
  passPercent: number;
  minutesLeft: number;
  steps: { kind: "lesson" | "quiz"; title: string; to: string; bestPercent: number | null }[];
}

export function certificateOutlook(
  course: Course,
  progress: CourseProgress,
  certificate: CertificateStanding,
  language: Language,
): CertificateOutlook {
  const steps = progress.remaining.flatMap((left): CertificateOutlook["steps"] => {
    const module = findModule(course, left.moduleId);
    if (!module) return [];
    if (left.kind === "quiz") {
      const to = paths.quiz(language, course.id, module.id);
      return [{ kind: "quiz", title: module.title[language], to, bestPercent: left.bestPercent }];
    }
    const lesson = findLesson(module, left.lessonId);
    if (!lesson) return [];
    const to = paths.lesson(language, course.id, module.id, lesson.id);
    return [{ kind: "lesson", title: lesson.title[language], to, bestPercent: null }];
  });
  return {
    courseId: course.id,
    certificate,
    passPercent: course.completion.quizPassPercent,
    minutesLeft: progress.minutesLeft,
    steps,
  };
}
