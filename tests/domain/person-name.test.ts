import fc from "fast-check";
import { expect, test } from "vitest";
import { checkHolderName } from "#app/domain/person-name.ts";

const lacksNothing = () => false;
const check = (name: string) => checkHolderName(name, lacksNothing);
const codes = (name: string, lacks: (character: string) => boolean = lacksNothing) => {
  const result = checkHolderName(name, lacks);
  return result.ok ? [] : result.problems.map((problem) => problem.code);
};

test("names of many kinds are taken as they are", () => {
  for (const name of [
    "Ганна Ўладзіміраўна Шчарбакова",
    "Ёлкин-Щедрин И. С.",
    "Seán O’Neill (Jr.), PhD",
    "Мар'яна",
    "Мар’яна",
    "Марʼяна",
    "Ян Ли",
    "Żółć Łódzka",
  ]) {
    expect(check(name)).toEqual({ ok: true, value: name });
  }
});

test("spaces are tidied, letters composed, special hyphens made plain", () => {
  expect(check("  Анна\u00a0 \t Мария\u2011Луиза\n")).toEqual({ ok: true, value: "Анна Мария-Луиза" });
  expect(check("И\u0306ода")).toEqual({ ok: true, value: "Йода" });
});

test("a name without a letter, or of one character, is empty", () => {
  for (const name of ["", "   ", "Я", "---", "( . )"]) expect(codes(name)).toEqual(["name-empty"]);
});

test("120 characters are a name, 121 are too many", () => {
  expect(check("я".repeat(120)).ok).toBe(true);
  expect(codes("я".repeat(121))).toEqual(["name-too-long"]);
});

test("digits, signs and characters that hide or turn text are refused and named", () => {
  const character = (name: string) => {
    const result = check(name);
    return result.ok ? null : result.problems[0]?.values?.character;
  };
  expect(character("Анна 2")).toBe("2");
  expect(character("<Анна>")).toBe("<");
  expect(character("Анна😀")).toBe("😀");
  expect(character("Анна\u202eвон")).toBe("U+202E");
  expect(character("Ан\u200bна")).toBe("U+200B");
  expect(character("Ан\u0000на")).toBe("U+0000");
  expect(character("Ан\u00adна")).toBe("U+00AD");
  expect(character("Ан\ud800на")).toBe("U+D800");
});

test("a letter that the certificate's font lacks is named", () => {
  const result = checkHolderName("Анна 安娜", (letter) => letter === "安");
  expect(result).toEqual({ ok: false, problems: [{ code: "name-letter-not-printable", values: { letter: "安" } }] });
});

test("all that is wrong is said at once", () => {
  expect(codes(`${"я".repeat(130)}2安`, (letter) => letter === "安")).toEqual([
    "name-character",
    "name-too-long",
    "name-letter-not-printable",
  ]);
});

test("what is accepted is accepted again unchanged, and holds nothing invisible", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (name) => {
      const result = check(name);
      if (!result.ok) return;
      expect(check(result.value)).toEqual(result);
      expect(result.value).not.toMatch(/[\p{C}\p{Nd}<>&/\\]| {2}|^ | $/u);
    }),
    { numRuns: 1_000 },
  );
});
