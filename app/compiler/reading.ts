import { readBounded } from "./read-bounded.ts";
import { readPage } from "./read-page.ts";

/** How the check comes to its texts and pages: from the disk, or from an editor that holds newer words and remembers pages. */
export interface Reading {
  /** The text of a file, and of one that is larger than `bytes` so much that it is seen to be too large. */
  text(file: string, bytes: number): string;
  page: typeof readPage;
}

export const FROM_DISK: Reading = { text: readBounded, page: readPage };
