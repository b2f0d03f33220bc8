/** Where the points, marks and figures of a line chart stand. Figures that would cover one another are left to the table below. */
import { placed, roundTicks } from "../round-ticks.ts";

export const WIDTH = 400;
export const HEIGHT = 230;
/** Of the letters: on a phone the drawing is small, and its letters are as large as in the text. */
export const LETTERS = 16;

const TOP = 26;
const BOTTOM = 204;
/** Digits are narrower than they are high. */
const LETTER_WIDTH = 0.52 * LETTERS;
const LINE_HEIGHT = 18;
const MOST_TICKS = 4;
/** Half the height of a point. */
const POINT = 6;
/** From a point to the base line of its figure, over it or under it. */
const ABOVE = 9;
const BELOW = 22;

export interface Label {
  text: string;
  /** The middle of its words, and their base line. */
  x: number;
  y: number;
}

export interface LineLayout {
  /** Where the lines may begin. */
  left: number;
  ticks: { y: number; text: string }[];
  years: Label[];
  /** For each of the series its pieces: years without a figure part them. */
  lines: { x: number; y: number }[][][];
  figures: Label[];
}

/** A point of a line is where the figure of its own would stand. */
type Point = Label;

interface Dated {
  label: string;
  values: readonly (number | null)[];
}

/**
 * @param rows years in rising order, at least two; values 0 and more
 * @param show a figure in the reader's form
 */
export function layoutLine(rows: readonly Dated[], show: (value: number) => string): LineLayout {
  const known = rows.flatMap(({ values }) => values.filter((value) => value !== null));
  const marks = roundTicks(Math.max(...known, 0), MOST_TICKS);
  const top = marks.at(-1) ?? 1;
  const left = Math.max(...marks.map((mark) => widthOf(show(mark)))) + 12;
  // The words of the first and the last point need room on both sides.
  const inset = Math.min(30, (WIDTH - left) / 6);
  const [first = 0, last = 1] = [Number(rows[0]?.label), Number(rows.at(-1)?.label)];
  const xOf = (label: string) => placed(Number(label), first, last, left + inset, WIDTH - inset);
  const yOf = (value: number) => placed(value, 0, top, BOTTOM, TOP);
  const series = [...(rows[0]?.values.keys() ?? [])];
  const points = series.map((at) =>
    rows.map(({ label, values }): Point | null => {
      const value = values[at] ?? null;
      return value === null ? null : { text: show(value), x: xOf(label), y: yOf(value) };
    }),
  );
  const standing = points.flat().filter((point) => point !== null);
  const years = withoutOverlap(
    mostTelling(rows.map(({ label }) => ({ text: label, x: xOf(label), y: HEIGHT - 6 }))).map((one) => [one]),
    left,
    { points: [], taken: [] },
  );
  return {
    left,
    ticks: marks.map((mark) => ({ y: yOf(mark), text: show(mark) })),
    years,
    lines: points.map(piecesOf),
    figures: withoutOverlap(
      points.flatMap((line) =>
        mostTelling(line.filter((point) => point !== null)).map(({ text, x, y }) => [
          { text, x, y: y - ABOVE },
          { text, x, y: y + BELOW },
        ]),
      ),
      left,
      { points: standing, taken: years },
    ),
  };
}

/** The last and the first before the others: they tell how it ends and where it began. */
function mostTelling<Item>(items: readonly Item[]): Item[] {
  return [...items.slice(-1), ...items.slice(0, -1)];
}

/** Takes of each label the first place where it covers no point and none of those before it, and leaves it out where there is none. */
function withoutOverlap(
  wanted: readonly (readonly Label[])[],
  left: number,
  around: { points: readonly { x: number; y: number }[]; taken: readonly Label[] },
): Label[] {
  const taken: Label[] = [];
  for (const places of wanted) {
    const free = places
      .map((label) => {
        const half = widthOf(label.text) / 2;
        return { ...label, x: Math.min(Math.max(label.x, left + half), WIDTH - half) };
      })
      .find(
        (label) =>
          isInside(label) &&
          !around.points.some((point) => covers(label, point)) &&
          ![...around.taken, ...taken].some((other) => overlap(label, other)),
      );
    if (free) taken.push(free);
  }
  return taken;
}

function isInside({ y }: Label): boolean {
  return y - LINE_HEIGHT + 4 >= 0 && y + 4 <= HEIGHT;
}

/** Whether the words of two labels touch. */
export function overlap(one: Label, other: Label): boolean {
  const near = (widthOf(one.text) + widthOf(other.text)) / 2 + 1;
  return Math.abs(one.x - other.x) < near && Math.abs(one.y - other.y) < LINE_HEIGHT;
}

/** Whether the words of a label lie on a point. */
export function covers({ text, x, y }: Label, point: { x: number; y: number }): boolean {
  const beside = Math.abs(x - point.x) < widthOf(text) / 2 + POINT;
  return beside && point.y > y - LETTERS + 2 - POINT && point.y < y + 2 + POINT;
}

/** About how wide words are, in the units of the drawing. */
export function widthOf(text: string): number {
  return text.length * LETTER_WIDTH;
}

function piecesOf(points: readonly (Point | null)[]): Point[][] {
  const pieces: Point[][] = [];
  let piece: Point[] = [];
  for (const point of [...points, null]) {
    if (point) piece.push(point);
    else if (piece.length > 0) {
      pieces.push(piece);
      piece = [];
    }
  }
  return pieces;
}
