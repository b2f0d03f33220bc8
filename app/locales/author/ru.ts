import type { AuthorMessages } from "./en.ts";

export const messages: AuthorMessages = {
  frame: {
    nav: "Страницы автора",
    lessons: "Уроки",
    sources: "Источники",
    due: "Сроки проверки",
    reports: "Сообщения слушателей",
    back: "К курсам",
  },
  status: {
    title: "Состояние материалов",
    lead: "Все уроки и тесты на всех языках – в том виде, в каком они были при сборке этого сайта.",
    edition: "Редакция {edition}, право на {date}",
    page: "Урок или тест",
    language: "Язык",
    translation: "Перевод",
    words: "Слов",
    minutes: "Минут",
    uncited: "Утверждения без источника",
    problems: "Проблемы",
    missing: "отсутствует или не читается",
    source: "исходный текст",
    current: "актуален",
    behind:
      "{count, plural, one {отстаёт на # блок} few {отстаёт на # блока} many {отстаёт на # блоков} other {отстаёт на # блока}}",
    "not-recorded": "сверка не отмечена",
    errors: "{count, plural, one {# ошибка} few {# ошибки} many {# ошибок} other {# ошибки}}",
    warnings:
      "{count, plural, one {# предупреждение} few {# предупреждения} many {# предупреждений} other {# предупреждения}}",
    none: "нет",
    empty: "Курсов пока нет.",
  },
};
