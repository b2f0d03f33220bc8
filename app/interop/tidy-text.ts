/** Puts pieces of text into the form in which Markdown can say them, and back. */
import { type Block, isBlock, type Phrase, paragraph, text } from "./question-text.ts";

/** Gathers words that stand between blocks into paragraphs, joins neighbouring lists, and leaves out what is empty. */
export function gather(pieces: readonly (Phrase | Block)[]): Block[] {
  const blocks: Block[] = [];
  let run: Phrase[] = [];
  const close = () => {
    const words = tidy(run);
    if (words.length > 0) blocks.push(paragraph(words));
    run = [];
  };
  for (const piece of pieces) {
    if (!isBlock(piece)) {
      run.push(piece);
      continue;
    }
    close();
    const last = blocks.at(-1);
    // Two lists in a row would be read as one anyway, or need a comment between them, which a page cannot hold.
    if (piece.type === "list" && last?.type === "list" && last.ordered === piece.ordered) {
      last.children.push(...piece.children);
    } else if (piece.children.length > 0) {
      blocks.push(piece);
    }
  }
  close();
  return blocks;
}

/** White space collapsed, empty and doubled emphasis taken out, spaces moved out of emphasis, no break at an end. */
export function tidy(phrases: readonly Phrase[]): Phrase[] {
  const found = join(phrases.flatMap((phrase) => tidyOne(phrase)));
  const kept = found.filter(
    (phrase, index) =>
      phrase.type !== "break" ||
      (index > 0 && index < found.length - 1 && found.slice(index + 1).some((one) => !isSpace(one))),
  );
  return join(
    kept.map((phrase, index): Phrase => {
      if (phrase.type !== "text") return phrase;
      let { value } = phrase;
      const [before, after] = [kept[index - 1], kept[index + 1]];
      if (before === undefined || before.type === "break") value = value.trimStart();
      if (after === undefined || after.type === "break") value = value.trimEnd();
      return text(value);
    }),
  );
}

function tidyOne(phrase: Phrase): Phrase[] {
  switch (phrase.type) {
    case "text":
      return [text(clean(phrase.value))];
    case "inlineCode": {
      const value = clean(phrase.value).trim();
      return value === "" ? [] : [{ type: "inlineCode", value }];
    }
    case "break":
      return [phrase];
    case "emphasis":
    case "strong": {
      const inside = unwrapped(phrase.type, phrase.children);
      const words = wordsWithEdges(inside);
      return words.children.length === 0
        ? [text(words.before)]
        : [text(words.before), { type: phrase.type, children: words.children }, text(words.after)];
    }
    case "link": {
      const words = wordsWithEdges(withoutLinks(phrase.children));
      return words.children.length === 0
        ? [text(words.before)]
        : [text(words.before), { ...phrase, children: words.children }, text(words.after)];
    }
    default:
      return [{ ...phrase, children: tidy(phrase.children) }];
  }
}

/** Spaces inside emphasis belong outside of it, or Markdown does not see the emphasis. */
function wordsWithEdges(children: readonly Phrase[]): { before: string; children: Phrase[]; after: string } {
  const joined = join(children.flatMap((child) => tidyOne(child)));
  const [first, last] = [joined[0], joined.at(-1)];
  const edge = (phrase: Phrase | undefined, form: RegExp) =>
    phrase?.type === "break" || (phrase?.type === "text" && form.test(phrase.value)) ? " " : "";
  return { before: edge(first, /^\s/), children: tidy(joined), after: edge(last, /\s$/) };
}

function unwrapped(type: "emphasis" | "strong", phrases: readonly Phrase[]): Phrase[] {
  return phrases.flatMap((phrase): Phrase[] => {
    if (phrase.type === type) return unwrapped(type, phrase.children);
    return "children" in phrase ? [{ ...phrase, children: unwrapped(type, phrase.children) }] : [phrase];
  });
}

function withoutLinks(phrases: readonly Phrase[]): Phrase[] {
  return phrases.flatMap((phrase): Phrase[] => {
    if (phrase.type === "link") return withoutLinks(phrase.children);
    return "children" in phrase ? [{ ...phrase, children: withoutLinks(phrase.children) }] : [phrase];
  });
}

/** Neighbours of one kind made one. */
function join(phrases: readonly Phrase[]): Phrase[] {
  const joined: Phrase[] = [];
  for (const phrase of phrases) {
    const last = joined.at(-1);
    if (phrase.type === "text" && last?.type === "text")
      joined[joined.length - 1] = text(clean(last.value + phrase.value));
    else if ((phrase.type === "emphasis" || phrase.type === "strong") && last?.type === phrase.type) {
      joined[joined.length - 1] = { type: phrase.type, children: join([...last.children, ...phrase.children]) };
    } else if (phrase.type !== "text" || phrase.value !== "") joined.push(phrase);
  }
  return joined;
}

function isSpace(phrase: Phrase): boolean {
  return phrase.type === "break" || (phrase.type === "text" && phrase.value.trim() === "");
}

/** Non-breaking spaces stay; control characters and halves of surrogate pairs have no place in a page. */
function clean(value: string): string {
  return (
    value
      .replace(/\p{Surrogate}/gu, "")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      .replace(/[\u0000-\u0008\u000B\u000E-\u001F\u007F\uFEFF\uFFFD]/g, "")
      .replace(/[ \t\n\r\f\u2028\u2029]+/g, " ")
  );
}
