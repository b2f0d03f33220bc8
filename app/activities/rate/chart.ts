/** The geometry of the picture of means, in units of its view box. Equal means give equal text, on the server and in the browser. */

export interface Point {
  x: number;
  y: number;
}

export const CHART = { width: 320, height: 300, radius: 118, bar: 34 } as const;
/** Fewer corners make no surface. */
export const FEWEST_CORNERS = 3;
const CENTRE = { x: CHART.width / 2, y: CHART.height / 2 };
const LABEL = 16;

/** A corner of each dimension, clockwise from the top. @param part 0…1 of the radius */
export function cornerAt(index: number, count: number, part: number): Point {
  return pointAt(index, count, part * CHART.radius);
}

/** Where the number of a dimension stands: beyond its corner. */
export function labelAt(index: number, count: number): Point {
  return pointAt(index, count, CHART.radius + LABEL);
}

/** The `points` of a ring or of the means. */
export function pointsOf(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(" ");
}

/**
 * The means as lines. An unknown mean is a gap and no zero: lines run between neighbours that are known, and only a whole round is a surface.
 * @param parts 0…1 for each dimension; null where nothing is known
 */
export function outlineOf(parts: readonly (number | null)[]): {
  surface: string | null;
  lines: [Point, Point][];
  dots: Point[];
} {
  const corners = parts.map((part, index) => (part === null ? null : cornerAt(index, parts.length, part)));
  const known = corners.filter((corner) => corner !== null);
  if (known.length === corners.length) return { surface: pointsOf(known), lines: [], dots: known };
  const lines = corners.flatMap((from, index): [Point, Point][] => {
    const to = corners[(index + 1) % corners.length];
    return from && to ? [[from, to]] : [];
  });
  return { surface: null, lines, dots: known };
}

function pointAt(index: number, count: number, distance: number): Point {
  const angle = (2 * Math.PI * index) / count;
  return {
    x: rounded(CENTRE.x + distance * Math.sin(angle)),
    y: rounded(CENTRE.y - distance * Math.cos(angle)),
  };
}

/** Engines may differ in the last digits of a sine. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
