import { plainText } from "#app/domain/rich-text.ts";
import type { ActivitySyntax } from "../activity-syntax.ts";
import { columnsOf } from "../matrix/columns.ts";
import { nameOf, readPartsBody } from "../parts-list.ts";
import type { SurveyPublic } from "./definition.ts";

const FIX = "Write each statement on its own line, beginning with “- ”.";
const MOST = 12;

/** A `<Survey>`: a list of statements, each with the same scale, of which the attribute `ends` has the words. */
export const surveySyntax: ActivitySyntax = {
  kind: "survey",
  reads: (tag) => tag.tag === "Survey",
  parse(tag, tools) {
    const body = readPartsBody(tag, FIX, tools);
    if (!body) return null;
    const items = body.list.children ?? [];
    const statements = items.flatMap(({ children = [] }, index) => {
      const [words, ...more] = children;
      const text = words?.type === "paragraph" && more.length === 0 ? tools.inline(words.children ?? []) : [];
      return plainText(text).trim() === "" ? [] : [{ id: `r${index + 1}`, text }];
    });
    const wrong = items.find((_, index) => !statements.some(({ id }) => id === `r${index + 1}`));
    if (wrong) {
      const message = `A statement of ${nameOf(tag)} is not one paragraph of words.`;
      tools.report("survey-statement", wrong, message, "Write one sentence and nothing under it.");
      return null;
    }
    const texts = statements.map(({ text }) => plainText(text));
    const twice = texts.find((text, index) => texts.indexOf(text) < index);
    if (twice !== undefined || statements.length > MOST) {
      const what = twice === undefined ? `${statements.length} statements` : `the statement “${twice}” twice`;
      const fix = `Give at most ${MOST} statements, each of them once.`;
      tools.report("survey-statements", body.list, `${nameOf(tag)} has ${what}.`, fix);
      return null;
    }
    // An attribute in another form was reported against the vocabulary.
    const ends = columnsOf(tag.attributes.get("ends") ?? "");
    if (!ends) return null;
    const activity: SurveyPublic = {
      kind: "survey",
      id: tag.id,
      outcome: tag.outcome,
      setting: body.setting,
      stem: body.stem,
      ends,
      statements,
      closing: body.explanation,
    };
    return {
      public: activity,
      key: null,
      feedback: { parts: {}, explanation: [] },
      parts: { statements: statements.length },
    };
  },
};
