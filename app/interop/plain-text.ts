import { type Phrase, text } from "./question-text.ts";
import type { TextTools } from "./text-tools.ts";

const ADDRESS = /(?:https?:\/\/|www\.)\S+/gi;

/**
 * Words as phrases. An address among them becomes a link if it may be one, and is shown as it stands otherwise: Markdown would
 * make a link of it without being asked.
 */
export function phrasesOf(words: string, tools: Pick<TextTools, "isAllowedAddress">): Phrase[] {
  const phrases: Phrase[] = [];
  let from = 0;
  for (const match of words.matchAll(ADDRESS)) {
    const url = match[0].replace(/[.,;:!?)\]}>"'»”’]+$/u, "");
    phrases.push(text(words.slice(from, match.index)));
    from = match.index + url.length;
    if (/^https:/i.test(url) && tools.isAllowedAddress(url)) phrases.push({ type: "link", url, children: [text(url)] });
    else phrases.push({ type: "inlineCode", value: url });
  }
  phrases.push(text(words.slice(from)));
  return phrases;
}
