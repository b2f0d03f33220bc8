import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create } from "fontkit";

const require = createRequire(import.meta.url);
const read = (file: string) => readFileSync(require.resolve(`@expo-google-fonts/pt-serif/${file}`));

/** The files of the certificate's font, read once. PT Serif is under the SIL Open Font License. */
export const CERTIFICATE_FONTS = {
  regular: read("400Regular/PTSerif_400Regular.ttf"),
  italic: read("400Regular_Italic/PTSerif_400Regular_Italic.ttf"),
  bold: read("700Bold/PTSerif_700Bold.ttf"),
} as const;
export type CertificateFont = keyof typeof CERTIFICATE_FONTS;

const parsed = Object.values(CERTIFICATE_FONTS).map((bytes) => create(bytes));

/** Whether a character, one code point, would be printed as an empty box on a certificate. */
export function fontLacks(character: string): boolean {
  const codePoint = character.codePointAt(0);
  return codePoint === undefined || parsed.some((font) => !font.hasGlyphForCodePoint(codePoint));
}
