import type { Language } from "#app/domain/language.ts";
import { type Block, text } from "./question-text.ts";
import type { ChoiceQuestion } from "./quiz-question.ts";

const WORDS: Record<Language, [string, string]> = {
  en: ["True", "False"],
  ru: ["Верно", "Неверно"],
  be: ["Правільна", "Няправільна"],
};

/** The two options of a statement that is true or false, with the reasons for “true” and for “false”. */
export function trueAndFalse(
  language: Language,
  isTrue: boolean,
  reasons: [Block[], Block[]],
): ChoiceQuestion["options"] {
  return WORDS[language].map((words, index) => ({
    right: isTrue === (index === 0),
    text: [text(words)],
    reason: reasons[index] ?? [],
  }));
}
