import { columnsOf } from "#app/activities/matrix/columns.ts";
import { DaySchema, ID } from "./ids.ts";

/** The tags of a lesson and their attributes: everything else is refused. The sentences are for `content/README.md`'s readers. */
export interface TagRule {
  /** Inside a sentence, on its own lines, or on its own lines an activity or an exhibit. */
  place: "text" | "block" | "activity" | "exhibit";
  attributes: Record<string, AttributeRule>;
  body: "none" | "words" | "blocks";
  /** Whether `- [x]` and `- [ ]` have a meaning inside. */
  boxes?: true;
  /** Whether everything inside is asked or invented, so that nothing there is a claim. */
  claimless?: true;
  /** Whether it is an activity that is answered and never graded: no quiz can count it. */
  open?: true;
}

interface AttributeRule {
  needed: boolean;
  /** The only values allowed. */
  values?: readonly string[];
  /** Otherwise: the form of the value, and how to say it. */
  form?: { fits(value: string): boolean; words: string };
}

const any: AttributeRule = { needed: true };
const id: AttributeRule = {
  needed: true,
  form: { fits: (value) => ID.test(value), words: "small Latin letters and digits, with single hyphens between them" },
};

export const VOCABULARY: Record<string, TagRule> = {
  Cite: { place: "text", attributes: { id: any, at: any }, body: "none" },
  Term: { place: "text", attributes: { id: any }, body: "words" },
  Callout: {
    place: "block",
    attributes: { kind: { needed: true, values: ["remember", "example", "caution", "practice"] } },
    body: "blocks",
  },
  Figure: { place: "block", attributes: { src: any, alt: any }, body: "blocks" },
  Card: {
    place: "block",
    attributes: {
      country: {
        needed: true,
        form: { fits: (value) => /^[A-Z]{2}$/.test(value), words: "two capital letters, such as BY" },
      },
      date: {
        needed: true,
        form: { fits: (value) => DaySchema.safeParse(value).success, words: "a day such as 2026-07-31" },
      },
      title: any,
    },
    body: "blocks",
  },
  Question: {
    place: "activity",
    attributes: {
      id,
      outcome: any,
      order: { needed: false, values: ["fixed"] },
      select: { needed: false, values: ["multiple"] },
    },
    body: "blocks",
    boxes: true,
  },
  Match: { place: "activity", attributes: { id, outcome: any }, body: "blocks" },
  Matrix: {
    place: "activity",
    attributes: {
      id,
      outcome: any,
      order: { needed: false, values: ["fixed"] },
      columns: {
        needed: false,
        form: {
          fits: (value) => columnsOf(value) !== null,
          words: "the words for true and for false with a slash between them, such as Lawful/Unlawful",
        },
      },
    },
    body: "blocks",
    boxes: true,
  },
  Sort: { place: "activity", attributes: { id, outcome: any }, body: "blocks" },
  Order: { place: "activity", attributes: { id, outcome: any }, body: "blocks" },
  Number: { place: "activity", attributes: { id, outcome: any, unit: { needed: false } }, body: "blocks", boxes: true },
  Short: { place: "activity", attributes: { id, outcome: any }, body: "blocks", boxes: true },
  Spot: { place: "activity", attributes: { id, outcome: any }, body: "blocks", boxes: true },
  Plan: {
    place: "activity",
    attributes: {
      id,
      outcome: any,
      from: {
        needed: false,
        form: {
          fits: (value) => value.split(" ").every((one, at, all) => ID.test(one) && all.indexOf(one) === at),
          words: "ids with one space between them, each once",
        },
      },
      actions: {
        needed: false,
        form: { fits: (value) => /^[1-9]\d?$/.test(value), words: "the number of a line, such as 3" },
      },
    },
    body: "blocks",
    claimless: true,
    open: true,
  },
};

/** The rule of a tag; null for every name that is not a tag of ours, `constructor` and `__proto__` included. */
export function tagRule(name: string | null | undefined): TagRule | null {
  return typeof name === "string" && Object.hasOwn(VOCABULARY, name) ? (VOCABULARY[name] ?? null) : null;
}
