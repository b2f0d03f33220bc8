import onPaper from "#app/ui/styles/print.css?url";
import { confidenceIn, fieldsOf, type Review } from "#app/activities/activity-state.ts";
import type { ActivityRecord } from "#app/activities/activity.ts";
import { answeredDefinitionOf, findDefinition, findOpenDefinition } from "#app/activities/definitions.ts";
import { findActivity } from "#app/catalogue/answer-keys.server.ts";
import { passagesOf } from "#app/catalogue/lesson-passages.server.ts";
import { aidKey, lessonKey, welcomeKey } from "#app/catalogue/lessons.ts";
import type { ContentReport } from "#app/domain/content-report.ts";
import { type CourseStatus, isOverdue, type PageRow } from "#app/domain/content-status.ts";
import { isLanguage, type Language } from "#app/domain/language.ts";
import { isPreviewMode, type PreviewChoice } from "#app/ui/author/preview-address.ts";
import type { PreviewPage } from "#app/ui/author/preview-column.ts";
import { problemOf, reviewOf } from "../learn/activity-states.server.ts";

/**
 * Reads how a preview is wanted; what the address does not say, or says wrongly, is: as a learner, in the reader's language, alone.
 */
export function readChoice(query: URLSearchParams, reader: Language): PreviewChoice {
  const [as, wanted, beside] = [query.get("as"), query.get("in"), query.get("beside")];
  const language = isLanguage(wanted) ? wanted : reader;
  return {
    as: isPreviewMode(as) ? as : "learner",
    in: language,
    beside: isLanguage(beside) && beside !== language ? beside : null,
  };
}

/**
 * A lesson or quiz as an author wants to see it. It holds keys for a reviewer, and for an activity that `query` answers; nothing
 * is kept of such an answer.
 * @param today `YYYY-MM-DD`
 */
export function previewPage(given: {
  course: CourseStatus;
  row: PageRow;
  choice: PreviewChoice;
  query: URLSearchParams;
  reader: Language;
  today: string;
  report: ContentReport | null;
}): PreviewPage {
  const { course, row, choice, query, reader, today, report } = given;
  const records = row.activities.flatMap((id) => findActivity(course.id, id) ?? []);
  const languages = [choice.in, ...(choice.beside ? [choice.beside] : [])];
  const reviewing = choice.as === "reviewer";
  const cited = new Set(course.impact.filter(({ folder }) => folder === row.folder).map(({ source }) => source));
  const sources = course.sources.filter(({ id }) => reviewing && cited.has(id));
  const outcomes = course.outcomes.filter(() => reviewing);
  const responseTo = (record: ActivityRecord) => (choice.as === "learner" ? answerIn(query, record, choice) : null);
  const problemIn = (record: ActivityRecord) => problemOf(record, responseTo(record), choice.in);
  const reviewIn = (record: ActivityRecord, language: Language): Review | null => {
    if (reviewing) return solved(record, language);
    const response = responseTo(record);
    if (response === null || problemIn(record)) return null;
    return reviewOf(record, { response, confidence: confidenceSaid(query, record, choice) }, record.key, language);
  };
  return {
    courseId: course.id,
    folder: row.folder,
    // The very sheet that the printer gets, so that the two cannot drift apart.
    styleSheet: choice.as === "print" ? onPaper : null,
    choice: { ...choice, ...(report ? { report: report.id } : {}) },
    columns: languages.map((language) => ({
      language,
      title: row.languages[language]?.title ?? row.folder,
      lessonKey: keyOf(course, row, language),
      reviews: Object.fromEntries(records.map((record) => [record.id, reviewIn(record, language)])),
      problems: Object.fromEntries(
        records.flatMap((record): [string, string][] => {
          const problem = problemIn(record);
          return problem ? [[record.id, problem]] : [];
        }),
      ),
      responses: Object.fromEntries(
        records.filter(({ kind }) => findOpenDefinition(kind)).map((record) => [record.id, responseTo(record)]),
      ),
      items: row.kind === "quiz" ? records.map((record) => record.public[language]) : [],
    })),
    sources: Object.fromEntries(
      sources.map(({ id, title, body, url, checkedOn, reviewBy }) => [
        id,
        { title, body, url, checkedOn, reviewBy, overdue: isOverdue({ reviewBy }, today) },
      ]),
    ),
    outcomes: Object.fromEntries(outcomes.map(({ id, text }) => [id, text[reader]])),
    report: report && reportedPlace(course, row, report),
  };
}

function keyOf(course: CourseStatus, row: PageRow, language: Language): string | null {
  const { moduleId, lessonId } = row;
  if (row.kind === "welcome") return welcomeKey(course.id, language);
  if (row.kind === "aid") return aidKey(course.id, row.folder.split("/").at(-1) ?? "", language);
  return moduleId && lessonId ? lessonKey({ courseId: course.id, moduleId, lessonId, language }) : null;
}

/** Ids are the same in all languages: an answer in one column is the answer in both. */
function answerIn(query: URLSearchParams, record: ActivityRecord, choice: PreviewChoice): unknown {
  const definition = answeredDefinitionOf(record.kind);
  for (const prefix of ["", `${choice.beside}-`]) {
    const response = definition.readResponse(record.public[choice.in], fieldsOf(query, `${prefix}${record.id}`));
    if (response !== null) return response;
  }
  return null;
}

/** As sure as the column says in which the answer was given. */
function confidenceSaid(query: URLSearchParams, record: ActivityRecord, choice: PreviewChoice) {
  const said = ["", `${choice.beside}-`].map((prefix) =>
    confidenceIn(record.public[choice.in], fieldsOf(query, `${prefix}${record.id}`)),
  );
  return said.find((one) => one !== null) ?? null;
}

/** Null for a kind that has no right answer. */
function solved(record: ActivityRecord, language: Language): Review | null {
  const definition = findDefinition(record.kind);
  const review =
    definition && reviewOf(record, { response: definition.solution(record.key, language) }, record.key, language);
  return review && { ...review, solution: true };
}

function reportedPlace(course: CourseStatus, row: PageRow, report: ContentReport): PreviewPage["report"] {
  const { language, excerpt, place } = report;
  if (!isLanguage(language)) return null;
  const now =
    place === ""
      ? row.languages[language]?.title
      : passagesOf(keyOf(course, row, language) ?? "").find((passage) => passage.place === place)?.text;
  return { excerpt, language, changed: now !== excerpt };
}
