import { closeSync, openSync, readSync, statSync } from "node:fs";

/**
 * Reads a file as UTF-8, and of one that is larger than `bytes` only so much that it is seen to be too large. A folder or a device
 * where a file should be reads as empty.
 */
export function readBounded(file: string, bytes: number): string {
  if (!statSync(file).isFile()) return "";
  const buffer = Buffer.alloc(Math.min(statSync(file).size, bytes) + 1);
  const handle = openSync(file, "r");
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = readSync(handle, buffer, length, buffer.length - length, null);
    }
    return buffer.toString("utf8", 0, length);
  } finally {
    closeSync(handle);
  }
}
