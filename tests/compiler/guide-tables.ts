/** What the schemas say and what the guide's tables say, in one form, so that a difference can be named. */
import { z } from "zod";

/** A key of a file of data, such as `modules[].lessons[].minutes`. */
export interface Key {
  name: string;
  needed: boolean;
  /** Of a choice; otherwise empty. */
  values: string[];
  /** What stands in where the author writes nothing; null where nothing does. */
  otherwise: string | null;
}

/** Shapes that are one value for the author: a text in three languages. */
const LANGUAGE_KEYS = "be,en,ru";

/** The keys of a schema, groups and lists opened. */
export function keysOf(schema: z.core.$ZodType, prefix = ""): Key[] {
  const { type } = plain(schema);
  if (type instanceof z.ZodArray) return keysOf(type.element as z.core.$ZodType, prefix === "" ? "" : `${prefix}[]`);
  if (!(type instanceof z.ZodObject)) return [];
  return Object.entries(type.shape as Record<string, z.core.$ZodType>).flatMap(([key, value]): Key[] => {
    const name = prefix === "" ? key : `${prefix}.${key}`;
    const { type: inner, needed, otherwise } = plain(value);
    const values = inner instanceof z.ZodEnum || inner instanceof z.ZodLiteral ? valuesOf(inner) : [];
    const inside = isLocalised(inner) ? [] : keysOf(value, name);
    if (inside.length > 0 && !(inner instanceof z.ZodArray)) {
      return inside.map((one) => ({ ...one, needed: one.needed && needed }));
    }
    return [{ name, needed, values, otherwise }, ...inside];
  });
}

/** A table of the guide: its rows by what stands in the first cell, without backticks. */
export function tableOf(guide: string, heading: string): Map<string, string[]> {
  const lines = guide.split("\n");
  const head = lines.findIndex((line) => line.startsWith(heading));
  if (head < 0) throw new Error(`The guide has no table that begins with "${heading}".`);
  const rows = new Map<string, string[]>();
  for (const line of lines.slice(head + 2)) {
    if (!line.startsWith("|")) break;
    const cells = line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim());
    rows.set((cells[0] ?? "").replaceAll("`", ""), cells);
  }
  return rows;
}

/** Where a table and a schema say different things; each difference in a sentence. */
export function differences(keys: readonly Key[], rows: ReadonlyMap<string, string[]>): string[] {
  const found: string[] = [];
  for (const name of rows.keys()) {
    if (!keys.some((key) => key.name === name)) found.push(`The table has "${name}", which the schema does not know.`);
  }
  for (const { name, needed, values, otherwise } of keys) {
    const row = rows.get(name);
    if (!row) {
      found.push(`The table lacks "${name}".`);
      continue;
    }
    const [, need = "", ...rest] = row;
    const wanted = needed ? "yes" : otherwise === null ? "no" : `no: ${otherwise}`;
    if (need !== wanted) found.push(`"${name}" is needed: "${need}" in the table, "${wanted}" in the schema.`);
    for (const value of values) {
      if (!rest.join(" ").includes(`\`${value}\``)) found.push(`The table lacks the value "${value}" of "${name}".`);
    }
  }
  return found;
}

function plain(schema: z.core.$ZodType): { type: z.core.$ZodType; needed: boolean; otherwise: string | null } {
  let type = schema;
  let needed = true;
  let otherwise: string | null = null;
  for (;;) {
    if (type instanceof z.ZodOptional) needed = false;
    else if (type instanceof z.ZodDefault || type instanceof z.ZodPrefault) {
      needed = false;
      const value = type.def.defaultValue;
      if (typeof value === "string" || typeof value === "number") otherwise = String(value);
    } else return { type, needed, otherwise };
    type = type.def.innerType;
  }
}

function valuesOf(type: z.ZodEnum | z.ZodLiteral): string[] {
  const values = type instanceof z.ZodEnum ? type.options : [...type.values];
  return values.map(String);
}

function isLocalised(type: z.core.$ZodType): boolean {
  return type instanceof z.ZodObject && Object.keys(type.shape).sort().join(",") === LANGUAGE_KEYS;
}
