import type { AuthorMessages } from "./en.ts";

export const messages: AuthorMessages = {
  frame: {
    nav: "Старонкі аўтара",
    lessons: "Урокі",
    sources: "Крыніцы",
    due: "Тэрміны праверкі",
    reports: "Паведамленні слухачоў",
    back: "Да курсаў",
  },
  status: {
    title: "Стан матэрыялаў",
    lead: "Усе ўрокі і тэсты на ўсіх мовах – у тым выглядзе, у якім яны былі пры зборцы гэтага сайта.",
    edition: "Рэдакцыя {edition}, права на {date}",
    page: "Урок або тэст",
    language: "Мова",
    translation: "Пераклад",
    words: "Слоў",
    minutes: "Хвілін",
    uncited: "Сцвярджэнні без крыніцы",
    problems: "Праблемы",
    missing: "адсутнічае або не чытаецца",
    source: "зыходны тэкст",
    current: "актуальны",
    behind:
      "{count, plural, one {адстае на # блок} few {адстае на # блокі} many {адстае на # блокаў} other {адстае на # блока}}",
    "not-recorded": "зверка не адзначана",
    errors: "{count, plural, one {# памылка} few {# памылкі} many {# памылак} other {# памылкі}}",
    warnings:
      "{count, plural, one {# папярэджанне} few {# папярэджанні} many {# папярэджанняў} other {# папярэджання}}",
    none: "няма",
    empty: "Курсаў пакуль няма.",
  },
};
