import type { Language } from "#app/domain/language.ts";

/** What a new page says until its author says something. The same in every language; no figures, so that nothing claims anything. */
interface SkeletonWords {
  lesson: string;
  quiz: string;
  module: string;
  course: string;
  welcome: string;
  outcome: string;
  summary: Record<"lesson" | "quiz" | "module" | "course" | "welcome" | "aid", string>;
  case: { heading: string; text: string };
  rule: { heading: string; text: string; items: string[] };
  back: { heading: string };
  question: { stem: string; right: string; whyRight: string; wrong: string; whyWrong: string; explanation: string };
  remember: string;
  learn: { heading: string; text: string };
  aid: { title: string; rule: string; items: string[] };
  example: string;
}

export const SKELETON_WORDS: Record<Language, SkeletonWords> = {
  en: {
    lesson: "New lesson",
    quiz: "Quiz",
    module: "New module",
    course: "New course",
    welcome: "Welcome",
    outcome: "do what this module teaches",
    summary: {
      lesson: "A sentence that says what the reader can do after this lesson.",
      quiz: "A sentence that says what the quiz asks.",
      module: "A sentence that says what the module is about.",
      course: "A sentence that says for whom the course is, and what it is about.",
      welcome: "What this course is, and how to learn with it.",
      aid: "A sentence that says when this sheet helps.",
    },
    case: {
      heading: "The case",
      text: "Tell a case in a few sentences: who comes, what they ask, and what is not clear. People and firms are invented.",
    },
    rule: {
      heading: "The rule",
      text: "Say what the rule is in your own words, and put its source right after the claim.",
      items: ["Break it into steps that an official can follow.", "Give each claim a source of its own."],
    },
    back: { heading: "Back to the case" },
    question: {
      stem: "Ask about the case: what does the official do now?",
      right: "The right answer",
      whyRight: "Why it is right.",
      wrong: "A wrong answer that people often give",
      whyWrong: "Why it is wrong, and what is true instead.",
      explanation: "Say the rule once more, in short.",
    },
    remember: "What is worth remembering.",
    learn: { heading: "How to learn", text: "Say how the course works, and what it is not." },
    aid: {
      title: "New aid",
      rule: "Say in one sentence what the sheet rests on, and name the source.",
      items: ["A step that whoever uses the sheet can tick.", "Another step."],
    },
    example: "Everyone has the right to work.",
  },
  ru: {
    lesson: "Новый урок",
    quiz: "Тест",
    module: "Новый модуль",
    course: "Новый курс",
    welcome: "Добро пожаловать",
    outcome: "делать то, чему учит этот модуль",
    summary: {
      lesson: "Предложение о том, что читатель сможет сделать после урока.",
      quiz: "Предложение о том, что спрашивает тест.",
      module: "Предложение о том, чему посвящён модуль.",
      course: "Предложение о том, для кого курс и о чём он.",
      welcome: "Что это за курс и как по нему учиться.",
      aid: "Предложение о том, когда эта памятка помогает.",
    },
    case: {
      heading: "Случай",
      text: "Расскажите случай в нескольких предложениях: кто приходит, о чём спрашивает и что неясно. Люди и фирмы вымышлены.",
    },
    rule: {
      heading: "Правило",
      text: "Изложите правило своими словами и сразу после утверждения укажите источник.",
      items: [
        "Разбейте его на шаги, которые может выполнить должностное лицо.",
        "К каждому утверждению дайте свой источник.",
      ],
    },
    back: { heading: "Снова о случае" },
    question: {
      stem: "Спросите о случае: что должностное лицо делает теперь?",
      right: "Правильный ответ",
      whyRight: "Почему он правильный.",
      wrong: "Неправильный ответ, который часто дают",
      whyWrong: "Почему он неправильный и как на самом деле.",
      explanation: "Ещё раз коротко изложите правило.",
    },
    remember: "То, что стоит запомнить.",
    learn: { heading: "Как учиться", text: "Расскажите, как устроен курс и чем он не является." },
    aid: {
      title: "Новая памятка",
      rule: "Одним предложением скажите, на чём основана памятка, и назовите источник.",
      items: ["Шаг, который можно отметить ручкой.", "Ещё один шаг."],
    },
    example: "Каждый человек имеет право на труд.",
  },
  be: {
    lesson: "Новы ўрок",
    quiz: "Тэст",
    module: "Новы модуль",
    course: "Новы курс",
    welcome: "Вітаем",
    outcome: "рабіць тое, чаму вучыць гэты модуль",
    summary: {
      lesson: "Сказ пра тое, што чытач зможа зрабіць пасля ўрока.",
      quiz: "Сказ пра тое, што пытае тэст.",
      module: "Сказ пра тое, чаму прысвечаны модуль.",
      course: "Сказ пра тое, для каго курс і пра што ён.",
      welcome: "Што гэта за курс і як па ім вучыцца.",
      aid: "Сказ пра тое, калі гэтая памятка дапамагае.",
    },
    case: {
      heading: "Выпадак",
      text: "Раскажыце выпадак у некалькіх сказах: хто прыходзіць, пра што пытаецца і што няясна. Людзі і фірмы выдуманыя.",
    },
    rule: {
      heading: "Правіла",
      text: "Выкладзіце правіла сваімі словамі і адразу пасля сцвярджэння назавіце крыніцу.",
      items: [
        "Разбіце яго на крокі, якія можа выканаць службовая асоба.",
        "Да кожнага сцвярджэння дайце сваю крыніцу.",
      ],
    },
    back: { heading: "Зноў пра выпадак" },
    question: {
      stem: "Спытайце пра выпадак: што службовая асоба робіць цяпер?",
      right: "Правільны адказ",
      whyRight: "Чаму ён правільны.",
      wrong: "Няправільны адказ, які часта даюць",
      whyWrong: "Чаму ён няправільны і як яно насамрэч.",
      explanation: "Яшчэ раз коратка выкладзіце правіла.",
    },
    remember: "Тое, што варта запомніць.",
    learn: { heading: "Як вучыцца", text: "Раскажыце, як працуе курс і чым ён не з’яўляецца." },
    aid: {
      title: "Новая памятка",
      rule: "Адным сказам скажыце, на чым заснавана памятка, і назавіце крыніцу.",
      items: ["Крок, які можна адзначыць ручкай.", "Яшчэ адзін крок."],
    },
    example: "Кожны чалавек мае права на працу.",
  },
};
