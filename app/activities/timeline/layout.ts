/**
 * Where the points of a timeline stand on a scale of years. Each layer has a lane; points that would touch stand in different lines of
 * their lane, so that nothing overlaps, however many there are.
 */
import { placed, yearTicks } from "../round-ticks.ts";
import { yearsOf } from "./when.ts";

export const WIDTH = 640;
/** Of a point with its number. */
export const RADIUS = 10;

const EDGE = 28;
const GAP = 3;
const LINE = 2 * RADIUS + 4;
/** Of the words above the points of a lane. */
const HEADING = 22;
const AXIS = 26;
const MOST_TICKS = 8;

export interface Layout {
  height: number;
  ticks: { x: number; year: number }[];
  /** One for each layer, from top to bottom; `y` is the base line of its words. */
  lanes: { y: number; layer: number }[];
  /** In the order of the rows; `end` is where the second date stands. */
  points: { x: number; y: number; end: number | null }[];
}

interface Dated {
  from: string;
  until: string | null;
  layer: number;
}

/** @param layers how many there are */
export function layoutTimeline(rows: readonly Dated[], layers: number): Layout {
  const dates = rows.flatMap(({ from, until }) => [from, ...(until === null ? [] : [until])]).map(yearsOf);
  const years = yearTicks(Math.min(...dates), Math.max(...dates), MOST_TICKS);
  const [first = 0, last = 1] = [years[0], years.at(-1)];
  const xOf = (year: number) => placed(year, first, last, EDGE, WIDTH - EDGE);

  const points: Layout["points"] = rows.map(() => ({ x: 0, y: 0, end: null }));
  const lanes: Layout["lanes"] = [];
  let top = 0;
  for (let layer = 0; layer < layers; layer += 1) {
    lanes.push({ y: top + HEADING - 6, layer });
    const spans = [...rows.entries()]
      .filter(([, row]) => row.layer === layer)
      .map(([index, { from, until }]) => ({
        index,
        x: xOf(yearsOf(from)),
        end: until === null ? null : xOf(yearsOf(until)),
      }))
      .sort((one, other) => one.x - other.x);
    const lines: number[] = [];
    for (const { index, x, end } of spans) {
      const free = lines.findIndex((taken) => taken + GAP <= x - RADIUS);
      const line = free < 0 ? lines.length : free;
      // A second date right after the first would lie under it: both have room then.
      const shown = end === null ? null : Math.max(end, x + 2 * RADIUS);
      lines[line] = Math.max(x, shown ?? x) + RADIUS;
      points[index] = { x, y: top + HEADING + line * LINE + RADIUS, end: shown };
    }
    top += HEADING + lines.length * LINE + 6;
  }
  return { height: top + AXIS, ticks: years.map((year) => ({ x: xOf(year), year })), lanes, points };
}
