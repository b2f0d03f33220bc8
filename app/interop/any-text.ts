import { textOfHtml } from "./html-text.ts";
import { textOfMarkdown } from "./markdown-text.ts";
import { phrasesOf } from "./plain-text.ts";
import type { Block } from "./question-text.ts";
import type { TextTools } from "./text-tools.ts";
import { gather } from "./tidy-text.ts";

const KNOWN_TAG =
  /<(?!\/?(?:a|abbr|b|big|blockquote|br|center|cite|code|div|em|font|form|h[1-6]|hr|i|iframe|img|input|li|object|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul|video|audio|embed)[\s/>])/gi;

/**
 * A text in one of the four formats that Moodle knows, by its name in GIFT or in Moodle XML. Moodle's own format is HTML in which line
 * breaks count and a lone < is a sign as any other.
 */
export function textOfAnyFormat(words: string, format: string, tools: TextTools): Block[] {
  switch (format) {
    case "html":
      return textOfHtml(words, tools);
    case "markdown":
      return textOfMarkdown(words, tools);
    case "plain":
    case "plain_text":
      return words
        .split(/\n\s*\n/)
        .flatMap((part) =>
          gather(
            part
              .split("\n")
              .flatMap((line, index) => [
                ...(index === 0 ? [] : [{ type: "break" } as const]),
                ...phrasesOf(line, tools),
              ]),
          ),
        );
    default:
      return textOfHtml(
        words
          .replace(KNOWN_TAG, "&lt;")
          .replace(/\n\s*\n/g, "<p>")
          .replaceAll("\n", "<br>"),
        tools,
      );
  }
}
