/** The words of the cards. */
export const words = {
  en: {
    place: "{known, plural, one {# card of {total} known} other {# cards of {total} known}}",
    card: "Card",
    show: "Show the definition",
    knew: "I knew it",
    notYet: "Not yet",
    done: "You knew them all.",
    again: "Begin again",
    source: "Source",
  },
  ru: {
    place:
      "{known, plural, one {Известна # карточка из {total}} few {Известны # карточки из {total}} other {Известно # карточек из {total}}}",
    card: "Карточка",
    show: "Показать определение",
    knew: "Я это знаю",
    notYet: "Пока не знаю",
    done: "Вы знаете все карточки.",
    again: "Начать заново",
    source: "Источник",
  },
  be: {
    place:
      "{known, plural, one {Вядомая # картка з {total}} few {Вядомыя # карткі з {total}} other {Вядома # картак з {total}}}",
    card: "Картка",
    show: "Паказаць азначэнне",
    knew: "Я гэта ведаю",
    notYet: "Пакуль не ведаю",
    done: "Вы ведаеце ўсе карткі.",
    again: "Пачаць нанава",
    source: "Крыніца",
  },
};
