/** Letters that the answer to one question may have. */
export const CASE_LETTERS = 2000;
export const MOST_QUESTIONS = 5;
/** More papers than anybody reads for five questions. */
export const MOST_DOCUMENTS = 12;
