import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EnvSchema, parseEnv, weakSettings } from "#app/env.server.ts";

const example = readExample();

const SOUND = {
  NODE_ENV: "production",
  ORIGIN: "https://learn.example.org",
  SECRET: "0123456789abcdef0123456789abcdef",
  ISSUER_NAME: "Academy of the Interior",
};

test(".env.example names every setting and no other", () => {
  expect(example.map(({ name }) => name).sort()).toEqual(Object.keys(EnvSchema.shape).sort());
});

test.each(readExample())(".env.example says in a sentence what $name is for", ({ comment }) => {
  expect(comment).toMatch(/^\S.{15,}/);
  expect(comment).toMatch(/[.]$|: .+$/);
});

test(".env.example is usable as it stands; what is left to fill in is named, and nothing else", () => {
  const source = Object.fromEntries(example.map(({ name, value }) => [name, value]));
  const faults = weakSettings(parseEnv(source), source);
  expect(faults.map(settingOf)).toEqual(["SECRET", "ISSUER_NAME"]);
});

test("a sound production configuration has no weakness", () => {
  expect(weaknessesOf(SOUND)).toEqual([]);
});

test.each([
  { name: "no ORIGIN", change: { ORIGIN: undefined }, setting: "ORIGIN" },
  { name: "an empty ORIGIN", change: { ORIGIN: "" }, setting: "ORIGIN" },
  { name: "an ORIGIN over plain http", change: { ORIGIN: "http://learn.example.org" }, setting: "ORIGIN" },
  { name: "an ORIGIN with a path", change: { ORIGIN: "https://example.org/learn" }, setting: "ORIGIN" },
  { name: "no SECRET", change: { SECRET: undefined }, setting: "SECRET" },
  { name: "an empty SECRET", change: { SECRET: "" }, setting: "SECRET" },
  { name: "a SECRET of 31 characters", change: { SECRET: SOUND.SECRET.slice(1) }, setting: "SECRET" },
  {
    name: "the SECRET that stands in the code",
    change: { SECRET: EnvSchema.parse({}).SECRET },
    setting: "SECRET",
  },
  { name: "no ISSUER_NAME", change: { ISSUER_NAME: undefined }, setting: "ISSUER_NAME" },
  { name: "the ISSUER_NAME that stands in the code", change: { ISSUER_NAME: "Waymark" }, setting: "ISSUER_NAME" },
])("production refuses $name, and says how to mend it", ({ change, setting }) => {
  const faults = weaknessesOf({ ...SOUND, ...change });
  expect(faults.map(settingOf)).toEqual([setting]);
  expect(faults[0]).toMatch(/\.$|openssl rand -base64 48$/);
});

test("every weakness is told at once", () => {
  const faults = weaknessesOf({ NODE_ENV: "production", ORIGIN: "http://learn.example.org", SECRET: "short" });
  expect(faults.map(settingOf)).toEqual(["ORIGIN", "SECRET", "ISSUER_NAME"]);
});

test("no weakness repeats the secret", () => {
  expect(weaknessesOf({ ...SOUND, SECRET: "hunter2" }).join()).not.toContain("hunter2");
});

test("development and tests run without any setting", () => {
  expect(weaknessesOf({})).toEqual([]);
  expect(weaknessesOf({ NODE_ENV: "test" })).toEqual([]);
});

test.each(["http://localhost:3000", "http://127.0.0.1:8080", "http://[::1]:3000", "http://localhost"])(
  "the demo may serve on %s",
  (ORIGIN) => {
    expect(weaknessesOf({ NODE_ENV: "production", WAYMARK_MODE: "demo", ORIGIN })).toEqual([]);
  },
);

test.each([
  "https://learn.example.org",
  "http://192.168.1.20:3000",
  "http://0.0.0.0:3000",
  "http://localhost.example.org",
  "http://localhost@example.org",
  "http://127.0.0.1.example.org",
])("the demo, whose passwords everybody knows, refuses to serve on %s", (ORIGIN) => {
  const faults = weaknessesOf({ NODE_ENV: "production", WAYMARK_MODE: "demo", ORIGIN });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain("localhost");
});

test("every setting that cannot be read is told at once, by its name", () => {
  const read = () =>
    parseEnv({ PORT: "ninety", TRUST_PROXY: "9", LOG_LEVEL: "loud", DATABASE_URL: "mysql://x", ORIGIN: "learn" });
  for (const name of ["PORT", "TRUST_PROXY", "LOG_LEVEL", "DATABASE_URL", "ORIGIN"])
    expect(read).toThrow(`  ${name}: `);
  expect(read).toThrow(".env.example");
});

test("an empty setting counts as absent", () => {
  expect(parseEnv({ PORT: "", SMTP_URL: "", ORIGIN: "" })).toMatchObject({
    PORT: 3000,
    ORIGIN: "http://localhost:3000",
  });
});

test("the origin follows the port, and has no slash at its end", () => {
  expect(parseEnv({ PORT: "8080" }).ORIGIN).toBe("http://localhost:8080");
  expect(parseEnv({ ORIGIN: "https://learn.example.org/" }).ORIGIN).toBe("https://learn.example.org");
});

function weaknessesOf(source: Record<string, string | undefined>): string[] {
  return weakSettings(parseEnv(source), source);
}

/** The setting that a sentence is about: it names it first. */
function settingOf(fault: string): string {
  return /^[A-Z_]+/.exec(fault)?.[0] ?? fault;
}

function readExample(): { name: string; value: string; comment: string }[] {
  const lines = readFileSync(new URL("../.env.example", import.meta.url), "utf8").split("\n");
  return lines.flatMap((line, index) => {
    const [, name, value = ""] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
    if (!name) return [];
    const comment = lines[index - 1] ?? "";
    return [{ name, value, comment: comment.startsWith("# ") ? comment.slice(2) : "" }];
  });
}
