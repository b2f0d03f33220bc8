import type { Source } from "./sources.ts";

/** Circles of files that import one another, types included, each written as the shortest way round from its first file. */
export function cycles(sources: readonly Source[]): string[] {
  const arrows = new Map(sources.map((source) => [source.path, source.imports.flatMap((one) => one.file ?? [])]));
  const told = new Set<string>();
  const found: string[] = [];
  for (const start of [...arrows.keys()].sort()) {
    if (told.has(start)) continue;
    const way = wayRound(start, arrows);
    if (!way) continue;
    for (const file of way) told.add(file);
    found.push(`${way.join(" → ")}: files import one another in a circle`);
  }
  return found;
}

function wayRound(start: string, arrows: ReadonlyMap<string, string[]>): string[] | null {
  const seen = new Set<string>();
  const ways = [[start]];
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const next of arrows.get(way.at(-1) ?? "") ?? []) {
      if (next === start) return [...way, start];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}
