import type { ActivityRecord } from "#app/activities/activity.ts";
import { findOpenDefinition } from "#app/activities/definitions.ts";
import { countChoices } from "#app/domain/choice-counts.ts";
import { listNewestResponses } from "#app/store/answers.server.ts";
import type { Services } from "./services.ts";

/** In milliseconds. All answers are read for it: colleagues may be a minute behind. */
const KEPT = 60_000;

type Counts = Record<string, number> | null;

/** For each database, by course, activity and version. */
const kept = new WeakMap<Services["store"], Map<string, { until: number; counts: Promise<Counts> }>>();

/**
 * How often learners chose what in an activity of a kind that tells it, as they do it now. Asked only for a learner who has come to the end
 * of theirs: others neither wait for it nor see it.
 * @param response the learner's own
 * @returns counts by the keys of the kind's `choicesIn`, at most a minute old; null where too few have answered, where the learner's own answer does not count,
 *   and for a kind that tells nothing
 */
export async function choicesOfOthers(
  services: Pick<Services, "store" | "now">,
  { courseId, record, response }: { courseId: string; record: ActivityRecord; response: unknown },
): Promise<Counts> {
  const chosen = choicesReader(record);
  if (!chosen || chosen(response).length === 0) return null;
  const known = kept.get(services.store) ?? new Map<string, { until: number; counts: Promise<Counts> }>();
  kept.set(services.store, known);
  const name = `${courseId} ${record.id} ${record.version}`;
  const now = services.now();
  const found = known.get(name);
  if (found && now < found.until) return found.counts;
  const activity = { courseId, activityId: record.id, version: record.version };
  const counts = services.store
    .read((db) => listNewestResponses(db, activity))
    .then((responses) => countChoices(responses.map(chosen)));
  known.set(name, { until: now + KEPT, counts });
  counts.catch(() => known.delete(name));
  return counts;
}

/** What an answer chose; null for a kind that tells nothing. */
function choicesReader(record: ActivityRecord): ((response: unknown) => string[]) | null {
  const definition = findOpenDefinition(record.kind);
  const { choicesIn } = definition ?? {};
  if (!definition || !choicesIn) return null;
  return (response) => {
    const read = definition.ResponseSchema.safeParse(response);
    return read.success ? choicesIn(record.public.en, read.data) : [];
  };
}
