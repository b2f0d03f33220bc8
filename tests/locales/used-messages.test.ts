/** A message that nothing shows is sent to every browser all the same, and translated for nobody. */
import { expect, test } from "vitest";
import { REPORT_KINDS } from "#app/domain/content-report.ts";
import { REVOCATION_REASONS } from "#app/domain/revocation.ts";
import { parseSource, readSources } from "../architecture/sources.ts";
import { sourceMessages } from "./message-source.ts";
import { usesIn } from "./message-uses.ts";

/** Namespaces whose keys are codes that the program brings along, and what says which codes there are. */
const BY_CODE: Record<string, (key: string) => boolean> = {
  // problem-sentences.test.ts compares each with the refusals of the program.
  problems: () => true,
  reportKinds: (key) => REPORT_KINDS.some((kind) => kind === key),
  reasons: (key) => REVOCATION_REASONS.some((reason) => reason === key),
};

const uses = readSources(["app"])
  .filter(({ path }) => !path.startsWith("app/locales/") && !path.startsWith("app/compiler/"))
  .map(usesIn);
const used = new Set(uses.flatMap(({ keys }) => [...keys]));

test("every message is shown somewhere", async () => {
  const unused = (await sourceMessages("en")).filter(({ key }) => {
    const [namespace = "", ...rest] = key.split(".");
    return !used.has(key) && !BY_CODE[namespace]?.(rest.join("."));
  });
  expect(unused.map(({ key }) => key)).toEqual([]);
});

test("only codes choose a message while the program runs", () => {
  const unknown = uses.flatMap((one) => one.unknown);
  expect(
    unknown.filter(({ namespaces }) => !namespaces.every((namespace) => Object.hasOwn(BY_CODE, namespace))),
  ).toEqual([]);
  expect(Object.keys(BY_CODE).filter((code) => !unknown.some(({ namespaces }) => namespaces.includes(code)))).toEqual(
    [],
  );
});

test.each([
  ['const t = useTranslations("a"); t("one");', ["a.one"]],
  ['const t = useTranslations("a"); t(open ? "one" : late ? "two" : "three");', ["a.one", "a.two", "a.three"]],
  [
    'const KINDS = { x: "one", y: "two" } as const; const t = useTranslations("a"); t(KINDS[kind]);',
    ["a.one", "a.two"],
  ],
  ['const NAMES = ["one"] as const; const t = useTranslations("a"); t(NAMES.find(fits) ?? "two");', ["a.one", "a.two"]],
  ['type T = ReturnType<typeof useTranslations<"a">>; function f(t: T) { return t("one"); }', ["a.one"]],
  ['useTranslations("a")("one");', ["a.one"]],
  ['const t = useTranslations("a"); t.rich("one");', ["a.one"]],
  ["const { a } = loadedMessages(language); show(a.one);", ["a.one"]],
  ["const { one } = loadedMessages(language).a;", ["a.one"]],
  ["pageTitle(args, (messages) => messages.a.one);", ["a.one"]],
  ['const t = useTranslations("a"); other("one"); t(code);', []],
])("%s shows what it says", (text, keys) => {
  expect([...usesIn(parseSource("app/ui/one.tsx", text)).keys].filter((key) => key.startsWith("a."))).toEqual(keys);
});
