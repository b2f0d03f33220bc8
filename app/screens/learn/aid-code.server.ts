import { qrPath } from "#app/issuing/qr.ts";
import { paths } from "#app/domain/paths.ts";

/**
 * Where a printed sheet leads: to its current version, which then knows which one was printed.
 * @param origin of the site, without a trailing slash
 * @returns the address in letters, and the same as a QR code for `viewBox="0 0 size size"`
 */
export function aidCode(
  origin: string,
  sheet: { courseId: string; aidId: string; version: string },
): { address: string; code: { size: number; path: string } } {
  const address = origin + paths.aidShort(sheet.courseId, sheet.aidId, sheet.version);
  return { address, code: qrPath(address) };
}
