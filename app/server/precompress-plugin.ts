import { existsSync } from "node:fs";
import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const PACKABLE = /\.(js|css|svg|json|txt)$/;

/**
 * Packs the browser's files once, as hard as brotli and gzip can, so that serving them costs nothing. After both builds, because
 * the server's build adds a file to the browser's.
 */
export function precompressedAssets(folder: string): Plugin {
  return {
    name: "waymark-precompress",
    apply: "build",
    closeBundle: {
      order: "post",
      sequential: true,
      async handler() {
        const files = (await readdir(folder, { recursive: true })).filter((file) => PACKABLE.test(file));
        const unpacked = files.filter((file) => !existsSync(path.join(folder, `${file}.br`)));
        await Promise.all(unpacked.map((file) => pack(path.join(folder, file))));
      },
    },
  };
}

async function pack(file: string): Promise<void> {
  const bytes = await readFile(file);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, quality));
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}
