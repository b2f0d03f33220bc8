import { encode } from "uqr";

/** The quiet zone that ISO/IEC 18004 asks for, in modules. */
const QUIET_ZONE = 4;

/**
 * A QR code as one vector path.
 * @param text what the code says, at most about 2,300 bytes
 * @returns `size`: width and height in modules with the quiet zone, for `viewBox="0 0 size size"`; `path`: SVG path data
 *   of the dark modules, made of `M x y h w v 1 h -w z` alone
 * @throws RangeError when the text is too long
 */
export function qrPath(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: "M", boostEcc: true, border: QUIET_ZONE });
  let path = "";
  data.forEach((row, y) => {
    let x = 0;
    while (x < size) {
      let width = 0;
      while (row[x + width]) width += 1;
      if (width > 0) path += `M${x} ${y}h${width}v1h-${width}z`;
      x += width + 1;
    }
  });
  return { size, path };
}
