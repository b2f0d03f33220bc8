export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * Writes a value in the one form of RFC 8785: keys sorted by their UTF-16 units, no spaces. What a database does to the
 * order of keys therefore does not show in a hash.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(",")}}`;
}
