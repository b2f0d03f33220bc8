import fc from "fast-check";
import { expect, test } from "vitest";
import { covers, HEIGHT, layoutLine, overlap, WIDTH, widthOf } from "#app/activities/chart/line-layout.ts";
import { placed, roundTicks, yearTicks } from "#app/activities/round-ticks.ts";
import * as drawing from "#app/activities/timeline/layout.ts";
import { formatWhen, isAfter, readWhen, yearsOf } from "#app/activities/timeline/when.ts";

const value = fc.oneof(
  fc.constantFrom(0, 1, 999, 1000, 1e12, 1e15),
  fc.integer({ min: 0, max: 1_000_000 }),
  fc.double({ min: 0, max: 1e12, noNaN: true }).map((one) => Math.round(one * 1000) / 1000),
);

test("the marks of a scale begin at zero, rise by one round step, and reach the greatest value with few of them", () => {
  fc.assert(
    fc.property(value, fc.integer({ min: 2, max: 10 }), (greatest, most) => {
      const ticks = roundTicks(greatest, most);
      const step = ticks[1] ?? 0;
      expect(ticks[0]).toBe(0);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(most + 1);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(greatest * (1 - 1e-11));
      expect(String(step.toExponential()[0])).toMatch(/[125]/);
      expect(step.toExponential()).toMatch(/^[125]e/);
      for (const [at, tick] of ticks.entries()) expect(tick).toBeCloseTo(at * step, step < 1 ? 6 : 3);
    }),
  );
});

test("a scale of nothing but zero has room", () => {
  expect(roundTicks(0, 4)).toEqual([0, 1]);
});

test("the marks of a scale of years are whole, few, and hold every moment between them", () => {
  const year = fc.double({ min: 1000, max: 2999, noNaN: true });
  fc.assert(
    fc.property(year, year, (one, other) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const ticks = yearTicks(from, to, 8);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(9);
      expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true);
      expect(ticks[0]).toBeLessThanOrEqual(from);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(to);
    }),
  );
});

test("a greater value stands further along the scale", () => {
  fc.assert(
    fc.property(value, value, (one, other) => {
      const [small, large] = [Math.min(one, other), Math.max(one, other)];
      expect(placed(small, 0, 1e15, 10, 400)).toBeLessThanOrEqual(placed(large, 0, 1e15, 10, 400));
    }),
  );
});

const date = fc
  .tuple(
    fc.integer({ min: 1900, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom(4, 7, 10),
  )
  .map(([year, month, day, length]) => {
    const two = (number: number) => String(number).padStart(2, "0");
    return `${year}-${two(month)}-${two(day)}`.slice(0, length);
  });

test("a date is read in each of its forms, with a second one and with the mark of general knowledge", () => {
  expect(readWhen("1990")).toEqual({ from: "1990", until: null, general: false });
  expect(readWhen(" 1990-12-18 → 2003-07-01 ? ")).toEqual({ from: "1990-12-18", until: "2003-07-01", general: true });
  expect(readWhen("1990 -> 1990-05")).toEqual({ from: "1990", until: "1990-05", general: false });
  for (const text of [
    "",
    "?",
    "90",
    "1990-13",
    "1990-02-30",
    "2003 → 1990",
    "1990 → ",
    "1990 → x",
    "0990",
    "1990–2003",
  ]) {
    expect(readWhen(text), text).toBeNull();
  }
});

test("dates are shown in the reader's form", () => {
  expect(["1990", "2003-06", "2013-11-26"].map((one) => formatWhen(one, "en"))).toEqual([
    "1990",
    "June\u00a02003",
    "26\u00a0November\u00a02013",
  ]);
  expect(formatWhen("2003-06", "be")).toBe("чэрвень\u00a02003");
  expect(formatWhen("2013-11-26", "ru")).toBe("26\u00a0ноября\u00a02013\u00a0г.");
});

test("of two dates the surely later one stands further right", () => {
  fc.assert(
    fc.property(date, date, (one, other) => {
      if (isAfter(one, other)) expect(yearsOf(one)).toBeGreaterThan(yearsOf(other) - 1e-9);
      expect(isAfter(one, other) && isAfter(other, one)).toBe(false);
    }),
  );
});

test("no two points of a timeline touch, however many there are, and all of them stand inside the drawing", () => {
  const row = fc
    .tuple(date, fc.option(date, { nil: null }), fc.integer({ min: 0, max: 4 }))
    .map(([one, other, layer]) => {
      const [from = one, until = null] = other === null ? [one] : [one, other].sort();
      return { from, until, layer };
    });
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 60 }), (rows) => {
      const { points, lanes, ticks, height } = drawing.layoutTimeline(rows, 5);
      expect(points).toHaveLength(rows.length);
      for (const [at, { x, y, end }] of points.entries()) {
        expect(x).toBeGreaterThanOrEqual(drawing.RADIUS);
        expect((end ?? x) + drawing.RADIUS / 2).toBeLessThanOrEqual(drawing.WIDTH);
        expect(y + drawing.RADIUS).toBeLessThan(height);
        for (const other of points.slice(at + 1)) {
          const [left, right] = x < other.x ? [points[at], other] : [other, points[at]];
          const apart = Math.abs(y - other.y) >= 2 * drawing.RADIUS;
          expect(apart || (left?.end ?? left?.x ?? 0) + drawing.RADIUS <= (right?.x ?? 0) - drawing.RADIUS).toBe(true);
        }
        for (const lane of lanes) expect(y - drawing.RADIUS >= lane.y || y + drawing.RADIUS <= lane.y - 14).toBe(true);
      }
      for (const tick of ticks) expect(tick.x >= 0 && tick.x <= drawing.WIDTH).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("the words of a line chart cover neither one another nor a point, and everything stands inside the drawing", () => {
  const rows = fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1900, max: 2099 }), { minLength: 2, maxLength: 60 }),
      fc.integer({ min: 1, max: 3 }),
      fc.infiniteStream(fc.option(value, { nil: null, freq: 6 })),
    )
    .map(([years, series, values]) =>
      years.sort().map((year) => ({
        label: String(year),
        values: Array.from({ length: series }, () => values.next().value as number | null),
      })),
    );
  fc.assert(
    fc.property(rows, (given) => {
      const { left, ticks, years, lines, figures } = layoutLine(given, (one) => one.toLocaleString("en"));
      const labels = [...years, ...figures];
      for (const [at, label] of labels.entries()) {
        expect(label.x - widthOf(label.text) / 2).toBeGreaterThanOrEqual(left - 1e-6);
        expect(label.x + widthOf(label.text) / 2).toBeLessThanOrEqual(WIDTH + 1e-6);
        expect(label.y).toBeLessThanOrEqual(HEIGHT);
        for (const other of labels.slice(at + 1)) expect(overlap(label, other)).toBe(false);
      }
      for (const { x, y } of lines.flat(2)) {
        expect(x >= left && x <= WIDTH && y >= 0 && y <= HEIGHT).toBe(true);
        for (const label of figures) expect(covers(label, { x, y })).toBe(false);
      }
      for (const { y } of ticks) expect(y >= 0 && y <= HEIGHT).toBe(true);
      expect(years.map(({ text }) => text)).toContain(given.at(-1)?.label);
      const drawn = lines.flat(2).length;
      expect(drawn).toBe(given.flatMap(({ values }) => values.filter((one) => one !== null)).length);
    }),
    { numRuns: 200 },
  );
});
