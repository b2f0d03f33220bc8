import fc from "fast-check";
import { expect, test } from "vitest";
import { AID_CODE_SIGNS, aidAge, formatAidVersion, parseAidVersion } from "#app/domain/aid-version.ts";

const versions = fc.record({
  revision: fc.integer({ min: 1, max: 9999 }),
  code: fc.array(fc.constantFrom(...AID_CODE_SIGNS), { minLength: 6, maxLength: 6 }).map((signs) => signs.join("")),
});

test("every version is read as it was printed, and as people type it", () => {
  fc.assert(
    fc.property(versions, (version) => {
      const printed = formatAidVersion(version);
      expect(parseAidVersion(printed)).toEqual(version);
      const typed = ` ${printed.toLowerCase().replace(/0(?=.*-)/g, "o")} `;
      expect(parseAidVersion(typed)).toEqual(version);
    }),
  );
});

test.each([
  "",
  "-",
  "7K2QZD",
  "7K2QZD-0",
  "7K2QZD-01",
  "7K2QZD-10000",
  "7K2QZ-1",
  "7K2QZU-1",
  "7K2QZD-1-1",
  "７K2QZD-1",
  "x".repeat(9999),
])("%j is no version", (text) => {
  expect(parseAidVersion(text)).toBeNull();
  expect(aidAge(text, { version: { revision: 1, code: "7K2QZD" }, materialRevision: 1 })).toEqual({ kind: "unknown" });
});

test.each([
  { printed: "7K2QZD-5", age: { kind: "current" } },
  { printed: "000000-5", age: { kind: "different" } },
  { printed: "7K2QZD-4", age: { kind: "older", printed: 4, change: "wording" } },
  { printed: "000000-3", age: { kind: "older", printed: 3, change: "wording" } },
  { printed: "000000-2", age: { kind: "older", printed: 2, change: "material" } },
  { printed: "000000-6", age: { kind: "unknown" } },
])(
  "a sheet with $printed is told what it is when the page has revision 5 and last changed what it says in 3",
  ({ printed, age }) => {
    expect(aidAge(printed, { version: { revision: 5, code: "7K2QZD" }, materialRevision: 3 })).toEqual(age);
  },
);

test("no sheet but the very one that is current is called up to date", () => {
  fc.assert(
    fc.property(versions, versions, fc.nat(), (printed, version, nth) => {
      const materialRevision = (nth % version.revision) + 1;
      const age = aidAge(formatAidVersion(printed), { version, materialRevision });
      const same = printed.revision === version.revision && printed.code === version.code;
      expect(age.kind === "current").toBe(same);
    }),
  );
});
