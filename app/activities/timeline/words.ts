export const words = {
  en: {
    inForce: "entry into force: {date}",
    general: "date from general knowledge",
  },
  ru: {
    inForce: "вступление в силу: {date}",
    general: "дата – из общих знаний",
  },
  be: {
    inForce: "уступленне ў сілу: {date}",
    general: "дата – з агульных ведаў",
  },
};
