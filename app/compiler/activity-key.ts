import type { ActivityDraft } from "#app/activities/activity-syntax.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";

/**
 * The key of an activity: that of one language, which all share; where learners write words, with the wordings of every language.
 * @param draftIn the activity as a language's page has it
 * @param language whose key it is
 */
export function activityKey(draftIn: (language: Language) => ActivityDraft, language: Language): unknown {
  const { key, wordings } = draftIn(language);
  if (wordings === undefined || typeof key !== "object") return key;
  return { ...key, wordings: Object.fromEntries(LANGUAGES.map((one) => [one, draftIn(one).wordings])) };
}
