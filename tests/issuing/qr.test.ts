import fc from "fast-check";
import jsQrModule from "jsqr";
import { expect, test } from "vitest";
import { qrPath } from "#app/issuing/qr.ts";

// The package is CommonJS: its function comes as `default` from some loaders and as the module from others.
const jsQr = ((jsQrModule as unknown as { default?: typeof jsQrModule }).default ?? jsQrModule) as typeof jsQrModule;

/** Paints the path as a browser would, white on black reversed, `scale` pixels a module. */
function painted({ size, path }: { size: number; path: string }, scale: number): Uint8ClampedArray {
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column += 1) {
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
    }
  }
  return pixels;
}

test("a reader gets the address of the verify page out of the drawn code", () => {
  fc.assert(
    fc.property(fc.webUrl({ size: "small" }), (url) => {
      const code = qrPath(url);
      expect(jsQr(painted(code, 4), code.size * 4, code.size * 4)?.data).toBe(url);
    }),
    { numRuns: 25 },
  );
});

test("the path is made of runs alone and keeps the quiet zone of four modules", () => {
  const { size, path } = qrPath("https://learn.example.org/verify/7ZQ4K8M2NPXT3VB99CDE");
  expect(path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(4);
    expect(Math.max(Number(x) + Number(width), Number(y) + 1)).toBeLessThanOrEqual(size - 4);
  }
});
