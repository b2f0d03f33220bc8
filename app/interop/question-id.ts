const LATIN: Record<string, string> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "i",
  і: "i",
  ї: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ў: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
  є: "ie",
  ґ: "g",
  ł: "l",
  ß: "ss",
};
const LONGEST = 60;
/** Anchors that every page has. */
const RESERVED = /^(?:s\d+|source-\d+|term-.*|sources|words)$/;

/**
 * An id in small Latin letters, digits and hyphens that nobody in `taken` has; it is added there. Cyrillic is written in Latin
 * letters; accents and apostrophes fall.
 * @param fallback what it is called when no letter is left of the name
 */
export function questionId(name: string, taken: Set<string>, fallback: string): string {
  const latin = [...name.normalize("NFC").toLowerCase()].map((letter) => LATIN[letter] ?? letter).join("");
  const plain = latin
    .normalize("NFD")
    .replace(/[\u0300-\u036f’ʼ']/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, LONGEST)
    .replace(/-$/, "");
  const base = plain === "" ? fallback : RESERVED.test(plain) ? `q-${plain}` : plain;
  let id = base;
  for (let next = 2; taken.has(id); next += 1) id = `${base}-${next}`;
  taken.add(id);
  return id;
}
