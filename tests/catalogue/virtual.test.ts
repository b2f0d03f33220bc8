import { expectTypeOf, test } from "vitest";
import type { CatalogueEntry } from "#app/catalogue/catalogue-entry.ts";
import type { LessonMeta } from "#app/catalogue/lesson-module.ts";
import type { CompiledCourse } from "#app/compiler/compile-course.ts";
import type { LiftedMeta } from "#app/compiler/lift-activities.ts";

test("what the compiler writes is what the catalogue reads", () => {
  expectTypeOf<LiftedMeta>().toEqualTypeOf<LessonMeta>();
  expectTypeOf<Pick<CompiledCourse, "course" | "sources" | "glossary">>().toEqualTypeOf<CatalogueEntry>();
});
