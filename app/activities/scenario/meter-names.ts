const MOST = 4;
/** Letters of a name: it stands beside its level on a phone. */
const LONGEST = 40;

/** The names of the meters out of `safety/trust/facts`; null when there are too many, two alike, or a name that no effect could name. */
export function metersOf(value: string): string[] | null {
  const names = value.split("/").map((name) => name.replace(/\s+/g, " ").trim());
  const fits = names.every((name) => name !== "" && name.length <= LONGEST && !/[(),;+↑↓−]|[-–]$/u.test(name));
  const different = new Set(names.map((name) => name.toLowerCase())).size === names.length;
  return fits && different && names.length <= MOST ? names : null;
}
