import { afterEach, beforeEach, expect, vi } from "vitest";

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
