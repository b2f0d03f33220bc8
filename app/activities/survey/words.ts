/** What the view of this kind says; see `useKindWords`. */
export const words = {
  en: {
    private:
      "Authors see how often each answer was given, once at least ten people have answered; they never see who gave which. You may leave statements open, and change your answers.",
    none: "No answer",
    send: "Send answers",
    change: "Change answers",
    thanks: "Thank you. Your answers are kept.",
    changed: "You have changed something that is not kept yet: choose “Change answers”.",
  },
  ru: {
    private:
      "Авторы видят, сколько раз дан каждый ответ, и только когда ответили не меньше десяти человек; кто как ответил, они не видят никогда. Утверждения можно пропускать, ответы можно изменить.",
    none: "Без ответа",
    send: "Отправить ответы",
    change: "Изменить ответы",
    thanks: "Спасибо. Ваши ответы сохранены.",
    changed: "Вы изменили то, что ещё не сохранено: нажмите «Изменить ответы».",
  },
  be: {
    private:
      "Аўтары бачаць, колькі разоў дадзены кожны адказ, і толькі калі адказалі не менш за дзесяць чалавек; хто як адказаў, яны не бачаць ніколі. Сцвярджэнні можна прапускаць, адказы можна змяніць.",
    none: "Без адказу",
    send: "Адправіць адказы",
    change: "Змяніць адказы",
    thanks: "Дзякуй. Вашы адказы захаваны.",
    changed: "Вы змянілі тое, што яшчэ не захавана: націсніце «Змяніць адказы».",
  },
};
