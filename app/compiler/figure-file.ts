import { existsSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { FigureFile } from "./check-references.ts";

/** Looks for a picture in the folder of its lesson; a link that leads out of the folder counts as outside. */
export function figureFile(folder: string, src: string): FigureFile {
  if (/[/\\\0%?#:]/.test(src) || src.startsWith(".")) return "outside";
  if (!/\.(?:svg|png|jpe?g|webp)$/.test(src)) return "not-a-picture";
  const file = path.join(folder, src);
  if (!existsSync(file) || !statSync(file).isFile()) return "missing";
  return path.dirname(realpathSync(file)) === realpathSync(folder) ? "there" : "outside";
}
