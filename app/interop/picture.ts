import { questionId } from "./question-id.ts";
import type { Picture } from "./quiz-question.ts";

/** In bytes. */
const LARGEST = 5 * 1024 * 1024;

const KINDS: { ending: string; fits(bytes: Uint8Array): boolean }[] = [
  { ending: "png", fits: (bytes) => begins(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { ending: "jpg", fits: (bytes) => begins(bytes, 0, [0xff, 0xd8, 0xff]) },
  {
    ending: "webp",
    fits: (bytes) => begins(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && begins(bytes, 8, [0x57, 0x45, 0x42, 0x50]),
  },
];

/**
 * Takes a picture of a question over into `pictures`, if it lies in the file and is what our lessons can show.
 * @param given.files base64 of the pictures that the text brings with it, by name
 * @returns the words that stand in its place
 */
export function takePicture(given: {
  src: string;
  alt: string;
  files: ReadonlyMap<string, string>;
  pictures: Picture[];
  note(code: string, message: string, fix: string): void;
}): string {
  const { src, alt, files, pictures, note } = given;
  const words = alt.trim() === "" ? "" : `: ${alt.trim()}`;
  const refuse = (why: string) => {
    note(
      "picture",
      `a picture was not carried: ${why}.`,
      "Say in the question what it shows, or put it into the lesson.",
    );
    return `[picture${words}]`;
  };
  const [, type, data] = /^data:([^;,]*);base64,(.*)$/is.exec(src) ?? [];
  const inside = /^@@PLUGINFILE@@\/([^?#]*)/.exec(src)?.[1];
  const name = inside === undefined ? `picture-${pictures.length + 1}` : decoded(inside);
  const base64 = data ?? (inside === undefined ? undefined : files.get(name));
  if (base64 === undefined) {
    if (inside !== undefined) return refuse(`the file holds no "${name.slice(0, 80)}"`);
    return refuse(
      src.startsWith("data:") ? "it is not written in base64" : `it lies elsewhere, at "${src.slice(0, 80)}"`,
    );
  }
  const packed = base64.replace(/\s+/g, "");
  if (packed.length > LARGEST * (4 / 3)) return refuse(`"${name.slice(0, 80)}" is larger than 5 MB`);
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) return refuse(`"${name.slice(0, 80)}" is not written in base64`);
  const bytes = new Uint8Array(Buffer.from(packed, "base64"));
  const kind = KINDS.find(({ fits }) => fits(bytes));
  if (!kind) {
    return refuse(`"${name.slice(0, 80)}"${type ? ` (${type.slice(0, 40)})` : ""} is no PNG, JPEG or WebP picture`);
  }
  const same = pictures.find((one) => Buffer.compare(one.bytes, bytes) === 0);
  const taken = new Set(pictures.map((one) => one.name.replace(/\.[a-z]+$/, "")));
  const kept = same?.name ?? `${questionId(name.replace(/\.[^.]*$/, ""), taken, "picture")}.${kind.ending}`;
  if (!same) pictures.push({ name: kept, bytes });
  note(
    "picture",
    `a question holds no pictures; "${kept}" was put beside the quiz.`,
    "Say in the question what it shows, or show it in the lesson with <Figure>.",
  );
  return `[${kept}${words}]`;
}

function begins(bytes: Uint8Array, at: number, signs: readonly number[]): boolean {
  return signs.every((sign, index) => bytes[at + index] === sign);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
