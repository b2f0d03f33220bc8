/** What the compiler makes of `content/`; see `app/compiler/content-modules.ts`. */
declare module "virtual:waymark/catalogue" {
  import type { CatalogueEntry } from "#app/catalogue/catalogue-entry.ts";
  export const catalogue: CatalogueEntry[];
}

declare module "virtual:waymark/lessons" {
  import type { LessonModule } from "#app/catalogue/lesson-module.ts";
  /** On the server all lessons, by key; empty in the browser. */
  export const lessons: Record<string, LessonModule>;
  /** In the browser a loader for each lesson; empty on the server. */
  export const loaders: Record<string, () => Promise<LessonModule>>;
}

/** The server only: a build stops when code for the browser imports it. */
declare module "virtual:waymark/answer-keys" {
  import type { ActivityRecord } from "#app/activities/activity.ts";
  /** By course id and activity id. */
  export const answerKeys: Record<string, Record<string, ActivityRecord>>;
}

/** The server only, as well. */
declare module "virtual:waymark/lesson-passages" {
  import type { LessonPassage } from "#app/domain/content-report.ts";
  /** By the key of the lesson. */
  export const lessonPassages: Record<string, LessonPassage[]>;
}

/** The server only, as well. */
declare module "virtual:waymark/content-status" {
  import type { ContentStatus } from "#app/domain/content-status.ts";
  export const contentStatus: ContentStatus;
}
