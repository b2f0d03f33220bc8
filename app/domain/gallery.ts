/** The folder among the courses that holds the gallery: a sample of each tag, written like a course and shown to authors alone. */
export const GALLERY = "gallery";
