import { afterEach, beforeEach, expect, vi } from "vitest";

// A busy machine may take longer than a second to draw; how long something takes is not what these tests are about.
if (typeof document !== "undefined") {
  const { configure } = await import("@testing-library/dom");
  configure({ asyncUtilTimeout: 5000 });
}

/** An unexpected line on the console fails the test that caused it. */
let errors: unknown[][] = [];

beforeEach(() => {
  errors = [];
  vi.spyOn(console, "error").mockImplementation((...line) => void errors.push(line));
  vi.spyOn(console, "warn").mockImplementation((...line) => void errors.push(line));
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(errors, "unexpected console output").toEqual([]);
});
