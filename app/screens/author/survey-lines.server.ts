import { survey, type SurveyPublic } from "#app/activities/survey/definition.ts";
import { findActivity } from "#app/catalogue/answer-keys.server.ts";
import { listCourses } from "#app/catalogue/courses.ts";
import { readingOrder } from "#app/domain/course.ts";
import { isLanguage, type Language } from "#app/domain/language.ts";
import { plainText } from "#app/domain/rich-text.ts";
import { countSurvey, type SurveyAnswer } from "#app/domain/survey-result.ts";
import { listAnswersTo } from "#app/store/answers.server.ts";
import type { SurveyLine } from "#app/ui/author/survey-result.tsx";

type Db = Parameters<typeof listAnswersTo>[0];

/** Every survey of every course with what may be shown of it, in the reader's language; no name, no time and no single answer. */
export async function surveyLines(db: Db, reader: Language): Promise<SurveyLine[]> {
  const lines: SurveyLine[] = [];
  for (const course of listCourses()) {
    for (const { module, lesson } of readingOrder(course)) {
      for (const id of lesson.activities) {
        const record = findActivity(course.id, id);
        if (record?.kind !== survey.kind) continue;
        const { stem, ends, statements } = record.public[reader] as SurveyPublic;
        const answers = await listAnswersTo(db, { courseId: course.id, activityId: id, version: record.version });
        lines.push({
          id,
          courseId: course.id,
          courseTitle: course.title[reader],
          folder: `${module.id}/${lesson.id}`,
          lessonTitle: lesson.title[reader],
          question: plainText(stem).trim(),
          ends,
          texts: Object.fromEntries(statements.map((one) => [one.id, plainText(one.text).trim()])),
          result: countSurvey(
            answers.flatMap(readAnswer),
            statements.map((one) => one.id),
          ),
        });
      }
    }
  }
  return lines;
}

function readAnswer({
  accountId,
  language,
  response,
}: {
  accountId: string;
  language: string;
  response: unknown;
}): SurveyAnswer[] {
  const marks = survey.ResponseSchema.safeParse(response).data;
  return marks && isLanguage(language) ? [{ person: accountId, language, marks }] : [];
}
