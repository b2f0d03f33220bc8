import { CHART_TYPES } from "#app/activities/chart/definition.ts";
import { columnsOf } from "#app/activities/matrix/columns.ts";
import { metersOf } from "#app/activities/scenario/meter-names.ts";
import { DaySchema, ID } from "./ids.ts";

/** The tags of a lesson and their attributes: everything else is refused. The sentences are for `content/README.md`'s readers. */
export interface TagRule {
  /** Inside a sentence, on its own lines, or on its own lines an activity or an exhibit. */
  place: "text" | "block" | "activity" | "exhibit";
  attributes: Record<string, AttributeRule>;
  body: "none" | "words" | "blocks";
  /** Whether `- [x]` and `- [ ]` have a meaning inside. */
  boxes?: true;
  /** Whether headings of the third level name its parts, and links to `#name` lead from part to part. */
  parts?: true;
  /** Whether `###` headings have a meaning inside. */
  scenes?: true;
  /** Whether everything inside is asked or invented, so that nothing there is a claim. */
  claimless?: true;
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
  Aid: { place: "block", attributes: { id }, body: "none" },
  Recall: { place: "block", attributes: { of: id }, body: "none" },
  Question: {
    place: "activity",
    attributes: {
      id,
      outcome: any,
      order: { needed: false, values: ["fixed"] },
      select: { needed: false, values: ["multiple"] },
      confidence: { needed: false, values: ["ask"] },
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
  Scenario: {
    place: "activity",
    attributes: {
      id,
      outcome: any,
      meters: {
        needed: false,
        form: {
          fits: (value) => metersOf(value) !== null,
          words: "one to four different names with slashes between them, such as safety/trust/facts",
        },
      },
      note: { needed: false },
    },
    body: "blocks",
    scenes: true,
  },
  Reflect: { place: "activity", attributes: { id, outcome: any }, body: "blocks", claimless: true },
  CaseFile: { place: "activity", attributes: { id, outcome: any }, body: "blocks" },
  Rate: { place: "activity", attributes: { id, outcome: any }, body: "blocks" },
  Survey: {
    place: "activity",
    attributes: {
      id,
      outcome: any,
      ends: {
        needed: true,
        form: {
          fits: (value) => columnsOf(value) !== null,
          words:
            "the words for the lowest and for the highest step with a slash between them, such as Not at all/Fully",
        },
      },
    },
    body: "blocks",
  },
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
  },
  Timeline: { place: "exhibit", attributes: { id }, body: "blocks" },
  Compare: {
    place: "exhibit",
    attributes: { id, status: { needed: false }, more: { needed: false } },
    body: "blocks",
  },
  Chart: {
    place: "exhibit",
    attributes: {
      id,
      type: { needed: true, values: CHART_TYPES },
      unit: any,
      period: {
        needed: true,
        form: {
          fits: (value) => /(?<!\d)[12]\d{3}(?!\d)/.test(value),
          words: "the year of the figures, such as mid-2024",
        },
      },
      publisher: any,
    },
    body: "blocks",
  },
  Calculator: {
    place: "exhibit",
    attributes: {
      id,
      compare: { needed: false, form: { fits: (value) => /^[23]$/.test(value), words: "2 or 3" } },
      label: { needed: false },
    },
    body: "blocks",
    parts: true,
  },
  Decide: { place: "exhibit", attributes: { id }, body: "blocks", parts: true },
  Cards: {
    place: "exhibit",
    attributes: {
      id,
      terms: {
        needed: false,
        form: {
          fits: (value) => value.split(/\s+/).every((term) => ID.test(term)),
          words: "ids of terms with spaces between them",
        },
      },
      languages: { needed: false, values: ["all"] },
    },
    body: "none",
  },
};

/** The rule of a tag; null for every name that is not a tag of ours, `constructor` and `__proto__` included. */
export function tagRule(name: string | null | undefined): TagRule | null {
  return typeof name === "string" && Object.hasOwn(VOCABULARY, name) ? (VOCABULARY[name] ?? null) : null;
}
