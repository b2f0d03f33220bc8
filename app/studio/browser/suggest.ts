/** What may stand at the cursor: a pure function of the text before it, for the editor's completions. */
import type { Language } from "#app/domain/language.ts";
import type { CourseFacts, PageEntry, TagFacts } from "../api.ts";

export interface Suggestion {
  label: string;
  /** Shown beside the label, such as the title of a source. */
  detail?: string;
  /** What is written; `#{…}` are places to fill in. The label when absent. */
  template?: string;
}

export interface Suggestions {
  /** Where what is being completed begins: letters counted from the end of `before`. */
  typed: number;
  options: Suggestion[];
}

export interface SuggestFacts {
  vocabulary: Record<string, TagFacts>;
  course: CourseFacts;
  page: PageEntry | null;
  language: Language;
}

/** How far back a tag may begin. */
const REACH = 2000;

const OPEN_TAG = /<([A-Z][A-Za-z]*)((?:\s+[a-zA-Z]+="[^"<>]*")*)\s+$/;
const OPEN_VALUE = /<([A-Z][A-Za-z]*)((?:\s+[a-zA-Z]+="[^"<>]*")*)\s+([a-zA-Z]+)="([^"<>]*)$/;

/** The bodies of tags that are more than words, as content/README.md shows them. Fields of one name would be written together. */
const BODIES: Record<string, { label: string; template: string }[]> = {
  Question: [
    {
      label: "<Question> one right",
      template:
        '<Question id="#{id}" outcome="#{outcome}">\n#{What do you ask?}\n- [x] #{The right option}\n  > #{Why it is right.}\n- [ ] #{A wrong option}\n  > #{Why it is wrong.}\n\n#{The explanation.}<Cite id="#{source}" at="#{place}" />\n</Question>',
    },
    {
      label: "<Question> several right",
      template:
        '<Question id="#{id}" outcome="#{outcome}" select="multiple">\n#{What do you ask?}\n- [x] #{A right option}\n  > #{Why it is right.}\n- [x] #{Another right option}\n  > #{Why this is right, too.}\n- [ ] #{A wrong option}\n  > #{Why it is wrong.}\n\n#{The explanation.}<Cite id="#{source}" at="#{place}" />\n</Question>',
    },
  ],
  Match: [
    {
      label: "<Match> pairs",
      template:
        '<Match id="#{id}" outcome="#{outcome}">\n#{What is matched with what?}\n\n| #{Left} | #{Right} |\n|---|---|\n| #{one} | #{its pair} |\n| #{another} | #{the pair of that} |\n\n1. #{Why the first.}\n2. #{Why the second.}\n\n#{The explanation.}<Cite id="#{source}" at="#{place}" />\n</Match>',
    },
  ],
};

/**
 * @param before the text from the beginning of the page to the cursor
 * @returns null where nothing is to be completed
 */
export function suggestionsAt(before: string, facts: SuggestFacts): Suggestions | null {
  const near = before.slice(-REACH);
  const value = OPEN_VALUE.exec(near);
  if (value) {
    const [, tag = "", written = "", attribute = "", typed = ""] = value;
    const options = valuesOf(tag, attribute, attributesIn(written), facts);
    return options.length === 0 ? null : { typed: typed.length, options };
  }
  const named = /[a-zA-Z]*$/.exec(near)?.[0] ?? "";
  const open = OPEN_TAG.exec(near.slice(0, near.length - named.length));
  if (open) {
    const [, tag = "", written = ""] = open;
    const present = attributesIn(written);
    const rule = Object.hasOwn(facts.vocabulary, tag) ? facts.vocabulary[tag] : undefined;
    const options = (rule?.attributes ?? [])
      .filter(({ name }) => !present.has(name))
      .map(({ name }) => ({ label: name, template: `${name}="#{}"` }));
    return options.length === 0 ? null : { typed: named.length, options };
  }
  const tag = /<[A-Za-z]*$/.exec(near);
  if (tag) return { typed: tag[0].length, options: Object.entries(facts.vocabulary).flatMap(tagTemplates) };
  const link = /\]\((\/[^()\s]*)$/.exec(near);
  if (link) {
    const options = facts.course.addresses.map(({ path, title }) => ({
      label: `/${facts.language}${path}`,
      detail: title[facts.language],
    }));
    return { typed: link[1]?.length ?? 0, options };
  }
  return null;
}

function tagTemplates([tag, rule]: [string, TagFacts]): Suggestion[] {
  const known = Object.hasOwn(BODIES, tag) ? BODIES[tag] : undefined;
  if (known) return known;
  const attributes = rule.attributes.filter(({ needed }) => needed).map(({ name }) => ` ${name}="#{}"`);
  const opening = `<${tag}${attributes.join("")}`;
  if (rule.body === "none") return [{ label: `<${tag}>`, template: `${opening} />#{}` }];
  if (rule.body === "words") return [{ label: `<${tag}>`, template: `${opening}>#{}</${tag}>` }];
  return [{ label: `<${tag}>`, template: `${opening}>\n#{}\n</${tag}>` }];
}

function valuesOf(
  tag: string,
  attribute: string,
  written: ReadonlyMap<string, string>,
  { vocabulary, course, page, language }: SuggestFacts,
): Suggestion[] {
  const rule = Object.hasOwn(vocabulary, tag) ? vocabulary[tag] : undefined;
  const values = rule?.attributes.find(({ name }) => name === attribute)?.values ?? [];
  if (values.length > 0) return values.map((label) => ({ label }));
  if (tag === "Cite" && attribute === "id") {
    return course.sources.map(({ id, title }) => ({ label: id, detail: title[language] }));
  }
  if (tag === "Cite" && attribute === "at") {
    const source = course.sources.find(({ id }) => id === written.get("id"));
    return (source?.locators ?? []).map(({ at, says }) => ({ label: at, detail: says }));
  }
  if (tag === "Term" && attribute === "id") {
    return course.terms.map(({ id, term }) => ({ label: id, detail: term[language] }));
  }
  if (tag === "Aid" && attribute === "id") {
    return course.aids.map(({ id, title }) => ({ label: id, detail: title[language] }));
  }
  if (attribute === "outcome") return course.outcomes.map(({ id, text }) => ({ label: id, detail: text[language] }));
  if (tag === "Figure" && attribute === "src") return (page?.pictures ?? []).map((label) => ({ label }));
  return [];
}

function attributesIn(written: string): Map<string, string> {
  const pairs = [...written.matchAll(/([a-zA-Z]+)="([^"<>]*)"/g)];
  return new Map(pairs.map(([, name = "", value = ""]) => [name, value]));
}
