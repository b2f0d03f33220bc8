export const words = {
  en: { hints: "You may think of" },
  ru: { hints: "Можно подумать о таких вопросах" },
  be: { hints: "Можна падумаць пра такія пытанні" },
};
