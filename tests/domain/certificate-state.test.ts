import fc from "fast-check";
import { expect, test } from "vitest";
import { certificateState, verdict } from "#app/domain/certificate-state.ts";

const issued = { kind: "issued", reason: null, happenedAt: 1_000 };
const revoked = { kind: "revoked", reason: "wrong name", happenedAt: 2_000 };

test("a certificate that was only issued is genuine", () => {
  expect(verdict({}, [issued])).toEqual({ kind: "genuine" });
});

test("a revoked certificate is shown as revoked, not as forged", () => {
  expect(verdict({}, [issued, revoked])).toEqual({ kind: "revoked", on: 2_000, reason: "wrong name" });
});

test("what the register does not hold was not issued", () => {
  expect(verdict(null, [])).toEqual({ kind: "not-issued" });
});

test("the first revocation counts, in whatever order the events are read", () => {
  const events = [issued, revoked, { kind: "revoked", reason: "again", happenedAt: 3_000 }];
  fc.assert(
    fc.property(fc.shuffledSubarray(events, { minLength: 3 }), (shuffled) => {
      expect(certificateState(shuffled)).toEqual({ kind: "revoked", on: 2_000, reason: "wrong name" });
    }),
  );
});

test("an event that this version does not know never reads as genuine", () => {
  expect(() => certificateState([issued, { kind: "suspended", reason: null, happenedAt: 2_000 }])).toThrow();
});
