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

declare module "virtual:waymark/gallery" {
  import type { Gallery } from "#app/catalogue/gallery.ts";
  import type { Language } from "#app/domain/language.ts";
  /** On the server the samples of every language; empty in the browser, and where there is no gallery. */
  export const galleries: Partial<Record<Language, { samples: Gallery }>>;
  /** In the browser a loader for each language; empty on the server. */
  export const loaders: Partial<Record<Language, () => Promise<{ samples: Gallery }>>>;
}

/** The server only: the samples show their right answers. */
declare module "virtual:waymark/gallery-samples" {
  import type { GallerySample } from "#app/catalogue/gallery-samples.server.ts";
  import type { Language } from "#app/domain/language.ts";
  export const gallerySamples: Record<Language, GallerySample[]>;
}
