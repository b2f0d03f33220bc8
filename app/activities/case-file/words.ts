export const words = {
  en: {
    papers: "The papers",
    questions: "Your answers",
    model: "Compare with a model answer",
    compare: "How does yours compare?",
  },
  ru: {
    papers: "Документы",
    questions: "Ваши ответы",
    model: "Сравнить с образцом ответа",
    compare: "Как ваш ответ соотносится с образцом?",
  },
  be: {
    papers: "Дакументы",
    questions: "Вашы адказы",
    model: "Параўнаць з узорам адказу",
    compare: "Як ваш адказ суадносіцца з узорам?",
  },
};
