export const words = {
  en: { choose: "Choose what to compare", by: "By what" },
  ru: { choose: "Выбрать, что сравнивать", by: "По чему" },
  be: { choose: "Выбраць, што параўноўваць", by: "Па чым" },
};
