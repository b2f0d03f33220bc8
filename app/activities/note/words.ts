/** What every kind says of a text that only its writer sees. */
export const words = {
  en: {
    yours: "Your note",
    private: "Only you see this. Empty the field and save it, and the text is deleted.",
    save: "Save",
    left: "{count, plural, one {# letter left} other {# letters left}}",
    over: "{count, plural, one {# letter too many: it is not saved} other {# letters too many: the text is not saved}}",
  },
  ru: {
    yours: "Ваша запись",
    private: "Это видите только вы. Очистите поле и сохраните – текст будет удалён.",
    save: "Сохранить",
    left: "{count, plural, one {Остался # знак} few {Осталось # знака} many {Осталось # знаков} other {Осталось # знака}}",
    over: "{count, plural, one {Лишний # знак: текст не сохранён} few {Лишних # знака: текст не сохранён} many {Лишних # знаков: текст не сохранён} other {Лишних # знака: текст не сохранён}}",
  },
  be: {
    yours: "Ваш запіс",
    private: "Гэта бачыце толькі вы. Ачысціце поле і захавайце – тэкст будзе выдалены.",
    save: "Захаваць",
    left: "{count, plural, one {Застаўся # знак} few {Засталося # знакі} many {Засталося # знакаў} other {Засталося # знака}}",
    over: "{count, plural, one {Лішні # знак: тэкст не захаваны} few {Лішнія # знакі: тэкст не захаваны} many {Лішніх # знакаў: тэкст не захаваны} other {Лішніх # знака: тэкст не захаваны}}",
  },
};
