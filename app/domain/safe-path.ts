/** Where a person is sent after signing in: the address comes from outside, and must not lead outside. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const INSIDE = /^\/(?![/\\])[^\x00-\x1f\\]*$/;
const HERE = "https://here.invalid";
const LONGEST = 2048;

/**
 * A path of this site, or the fallback. Nothing that a browser reads as another origin passes: `//host`, `/\host`,
 * control characters, which browsers drop while reading, and dot segments that leave `//host` behind.
 * @param to what the form or the address said, with query and fragment
 * @param fallback a path of our own
 */
export function safePath(to: string | null | undefined, fallback: string): string {
  if (!to || to.length > LONGEST || !INSIDE.test(to)) return fallback;
  if (!URL.canParse(to, HERE)) return fallback;
  const url = new URL(to, HERE);
  return url.origin === HERE && !url.pathname.startsWith("//") ? to : fallback;
}
