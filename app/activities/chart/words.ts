export const words = {
  en: {
    facts: "{unit} · {period} · {publisher}",
    unknown: "no figure",
    figures: "The figures of the drawing",
    drawing: "Drawing: {title}. The table after it has the same figures.",
  },
  ru: {
    facts: "{unit} · {period} · {publisher}",
    unknown: "нет данных",
    figures: "Числа рисунка",
    drawing: "Рисунок: {title}. Те же числа – в таблице после него.",
  },
  be: {
    facts: "{unit} · {period} · {publisher}",
    unknown: "няма даных",
    figures: "Лічбы малюнка",
    drawing: "Малюнак: {title}. Тыя ж лічбы – у табліцы пасля яго.",
  },
};
