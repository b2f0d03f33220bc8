declare module "fontkit" {
  /** The part of a parsed font that issuing uses; pdfkit takes the whole object. */
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  export function create(bytes: Uint8Array): Font;
}
