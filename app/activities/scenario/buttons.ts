/** What the buttons of a scenario send besides the ids of ways. */
export const PRESSED = { back: "back", again: "again", skip: "skip", resume: "resume" } as const;
