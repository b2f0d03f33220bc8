import { createHash } from "node:crypto";
import { AID_CODE_LENGTH, AID_CODE_SIGNS } from "#app/domain/aid-version.ts";
import type { Page } from "./read-page.ts";

/**
 * The code of what a sheet to print says: another text has another code. Lines that are broken anew change nothing, and neither does
 * the summary, which is not printed.
 * @param source the page in the language in which the course is written first
 */
export function aidCode(source: Pick<Page, "blocks">): string {
  const said = source.blocks.filter(({ kind }) => kind !== "summary").map(({ kind, text }) => [kind, text]);
  const digest = createHash("sha256").update(JSON.stringify(said)).digest();
  return [...digest.subarray(0, AID_CODE_LENGTH)].map((byte) => AID_CODE_SIGNS[byte % AID_CODE_SIGNS.length]).join("");
}
