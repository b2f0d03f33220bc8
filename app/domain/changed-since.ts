/**
 * Whether a lesson still is what a learner finished. An author raises its revision with each clarification and each material
 * change; a typo raises nothing. Only a material change matters to a completion, and it never takes the completion away:
 * the learner is told, and shown the questions that cover what changed.
 */
export type ChangeSince = { kind: "unchanged" } | { kind: "clarified" } | { kind: "changed"; questions: string[] };

/** The part of a lesson that says how it was revised; a lesson that says nothing is at its first revision. */
export interface LessonRevision {
  /** Counted from 1. */
  revision?: number;
  /** The revision of the newest material change; 1 when there was none. */
  materialRevision?: number;
  /** Ids of the activities that cover the newest material change; without them all activities of the lesson do. */
  materialQuestions?: string[];
  activities: string[];
}

/**
 * What happened to a lesson since a learner finished it.
 * @param completedRevision the lesson's revision at completion, counted from 1; null for a completion from before revisions were kept
 */
export function changedSince(lesson: LessonRevision, completedRevision: number | null): ChangeSince {
  const finished = completedRevision ?? 1;
  if (finished < (lesson.materialRevision ?? 1)) {
    return { kind: "changed", questions: lesson.materialQuestions ?? lesson.activities };
  }
  return finished < (lesson.revision ?? 1) ? { kind: "clarified" } : { kind: "unchanged" };
}
