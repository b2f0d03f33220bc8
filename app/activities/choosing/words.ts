export const words = {
  en: {
    hint: "With nothing ticked, everything is shown.",
    shown: "{shown} of {total} shown",
    show: "Show",
  },
  ru: {
    hint: "Если ничего не отмечено, показано всё.",
    shown: "Показано: {shown} из {total}",
    show: "Показать",
  },
  be: {
    hint: "Калі нічога не адзначана, паказана ўсё.",
    shown: "Паказана: {shown} з {total}",
    show: "Паказаць",
  },
};
