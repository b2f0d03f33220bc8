/**
 * The version of a sheet to print: its revision, which an author raises, and a code of what it says. Both stand on the paper and in its
 * QR code, so that the page can tell somebody who holds an old sheet.
 */

/** Crockford's base 32: no I, L, O or U. */
export const AID_CODE_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const AID_CODE_LENGTH = 6;

export interface AidVersion {
  /** Counted from 1. */
  revision: number;
  /** Of the text in the language in which the course is written first. */
  code: string;
}

/** How a printed sheet stands to the page of today. */
export type AidAge =
  | { kind: "current" }
  /** `material`: it says something else; `wording`: it was made clearer. */
  | { kind: "older"; printed: number; change: "material" | "wording" }
  /** The same revision with another text: a mended typo, or a code that was mistyped. */
  | { kind: "different" }
  /** Not of the shape of a version, or of a revision that there has not been yet. */
  | { kind: "unknown" };

/** A version as it is printed and stands in addresses, such as `7K2QZD-2`. */
export function formatAidVersion({ revision, code }: AidVersion): string {
  return `${code}-${revision}`;
}

/** Reads a version as people type it: lower case, and letters that look like digits. @returns null for anything else */
export function parseAidVersion(text: string): AidVersion | null {
  const typed = text.trim().toUpperCase();
  const [, code = "", revision = ""] = /^([0-9A-Z]{6})-([1-9]\d{0,3})$/.exec(typed) ?? [];
  const read = code.replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  if (read === "" || [...read].some((sign) => !AID_CODE_SIGNS.includes(sign))) return null;
  return { revision: Number(revision), code: read };
}

/**
 * Tells how old a printed sheet is.
 * @param printed the version that its holder gives, as text
 * @param now the page of today, with the revision of its newest material change
 */
export function aidAge(printed: string, now: { version: AidVersion; materialRevision: number }): AidAge {
  const version = parseAidVersion(printed);
  if (!version || version.revision > now.version.revision) return { kind: "unknown" };
  if (version.revision < now.version.revision) {
    const change = version.revision < now.materialRevision ? "material" : "wording";
    return { kind: "older", printed: version.revision, change };
  }
  return version.code === now.version.code ? { kind: "current" } : { kind: "different" };
}
