/** What reading a foreign text may ask of the import that it is part of. */
export interface TextTools {
  /** Whether an address may stand in a page. */
  isAllowedAddress(url: string): boolean;
  /** Says what could not be carried as it was, and what to do. */
  note(code: string, message: string, fix: string): void;
  /** Takes a picture over, and gives the words that stand in its place. */
  picture(src: string, alt: string): string;
}
