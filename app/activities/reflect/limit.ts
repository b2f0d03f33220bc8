/** Letters that a reflection may have. */
export const REFLECT_LETTERS = 4000;
