/**
 * Reading and writing the files of courses. A file is written only in the version that the author saw: otherwise the answer holds
 * what is on the disk now, and nothing is lost on either side. Writing goes to a new file that takes the place of the old one, so that
 * a crash leaves the one or the other, whole.
 */
import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { linkSync } from "node:fs";
import path from "node:path";
import { MAX_PAGE_BYTES } from "#app/compiler/check-bounds.ts";
import { MAX_DATA_BYTES } from "#app/compiler/read-course.ts";
import type { OpenedFile, SaveReply } from "./api.ts";
import { type ContentAddress, contentAddress } from "./address.ts";
import { withEndingsOf, withoutEndings } from "./line-endings.ts";

/** What a file is before it is written for the first time. */
const ABSENT = null;

/**
 * The place of a file of a course, symbolic links excluded.
 * @param root the folder that holds the courses
 * @returns null when the name is no file of a course, its folder does not exist, or a link stands anywhere on the way to it
 */
export function placeOf(
  root: string,
  name: unknown,
): { address: ContentAddress; file: string; exists: boolean } | null {
  const address = contentAddress(name);
  if (!address) return null;
  const parts = address.name.split("/");
  const wanted = path.join(realpathSync(root), ...parts);
  if (realOf(path.dirname(wanted)) !== path.dirname(wanted)) return null;
  try {
    // Of the entry itself: a link to a page is not a page, wherever it leads.
    return lstatSync(wanted).isFile() ? { address, file: wanted, exists: true } : null;
  } catch {
    return address.kind === "page" ? { address, file: wanted, exists: false } : null;
  }
}

/** Opens a file for the editor; null where there is none and none may be made. */
export function openFile(root: string, name: unknown): OpenedFile | null {
  const place = placeOf(root, name);
  if (!place) return null;
  if (!place.exists) return { name: place.address.name, text: "", version: ABSENT, problem: null };
  const bytes = readFileSync(place.file);
  const version = versionOf(bytes);
  if (bytes.length > limitOf(place.address))
    return { name: place.address.name, text: "", version, problem: "too-large" };
  const text = decoded(bytes);
  return text === null
    ? { name: place.address.name, text: "", version, problem: "not-utf-8" }
    : { name: place.address.name, text: withoutEndings(text), version, problem: null };
}

/** The version of a file on the disk; null when there is none. */
export function diskVersion(root: string, name: unknown): string | null {
  const place = placeOf(root, name);
  return place?.exists ? versionOf(readFileSync(place.file)) : ABSENT;
}

/**
 * Writes a file if it is still what the author began with.
 * @param text lines ended by line feeds; the file keeps its own line endings
 * @param base the version that was opened; null for a file that does not exist yet
 */
export function saveFile(
  root: string,
  { name, text, base }: { name: unknown; text: string; base: string | null },
): SaveReply {
  const place = placeOf(root, name);
  if (!place) return { saved: false, problem: "not-a-course-file" };
  const before = place.exists ? readFileSync(place.file) : null;
  if ((before && versionOf(before)) !== base) return changed(before);
  const old = before && decoded(before);
  if (before && old === null) return { saved: false, problem: "not-utf-8" };
  const bytes = Buffer.from(old === null ? text : withEndingsOf(old, text), "utf8");
  if (bytes.length > limitOf(place.address)) return { saved: false, problem: "too-large" };

  const fresh = path.join(path.dirname(place.file), `.${path.basename(place.file)}.${randomBytes(6).toString("hex")}`);
  const mode = place.exists ? lstatSync(place.file).mode & 0o777 : 0o644;
  try {
    writeDurably(fresh, bytes, mode);
    if (before === null) return createFrom(fresh, place.file, bytes);
    // Once more, at the last moment: another editor may have saved while the new file was being written.
    const now = readFileSync(place.file);
    if (versionOf(now) !== base) return changed(now);
    renameSync(fresh, place.file);
    syncFolder(place.file);
    return { saved: true, version: versionOf(bytes) };
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** A link, unlike a rename, fails where a file has appeared meanwhile. */
function createFrom(fresh: string, file: string, bytes: Buffer): SaveReply {
  try {
    linkSync(fresh, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return changed(readFileSync(file));
    throw error;
  }
  syncFolder(file);
  return { saved: true, version: versionOf(bytes) };
}

function changed(now: Buffer | null): SaveReply {
  const text = now && decoded(now);
  return {
    saved: false,
    problem: "changed-on-disk",
    disk: now === null ? null : { text: text === null ? "" : withoutEndings(text), version: versionOf(now) },
  };
}

function writeDurably(file: string, bytes: Buffer, mode: number): void {
  const handle = openSync(file, "wx", mode);
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** So that the new name survives a power cut as well. Some systems cannot do that to a folder. */
function syncFolder(file: string): void {
  try {
    const handle = openSync(path.dirname(file), "r");
    fsyncSync(handle);
    closeSync(handle);
  } catch (error) {
    if (!["EISDIR", "EPERM", "EINVAL", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

function realOf(directory: string): string | null {
  try {
    return realpathSync(directory);
  } catch {
    return null;
  }
}

function limitOf(address: ContentAddress): number {
  return address.kind === "page" ? MAX_PAGE_BYTES : MAX_DATA_BYTES;
}

function versionOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Null when the bytes are no UTF-8: what cannot be shown whole must not be written back. */
function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
