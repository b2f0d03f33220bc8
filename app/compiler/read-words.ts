import type { z } from "zod";
import { GlossarySchema, type TermEntry } from "./glossary-schema.ts";
import type { ContentProblem } from "./problem.ts";
import { readYaml, type YamlFile } from "./read-yaml.ts";
import { type SourceEntry, SourcesSchema } from "./sources-schema.ts";

export interface ReadWords {
  sources: Map<string, SourceEntry> | null;
  glossary: Map<string, TermEntry> | null;
  problems: ContentProblem[];
  /** Lines of the entries in their files, by id. */
  lines: { sources: Map<string, number>; glossary: Map<string, number> };
}

/**
 * Reads the bibliography and the glossary of a course.
 * @param textOf the text of a file of the course; null when there is none, which it has reported
 */
export function readWords(fileOf: (name: string) => string, textOf: (name: string) => string | null): ReadWords {
  const problems: ContentProblem[] = [];
  const read = <Entry extends { id: string }>(name: string, schema: z.ZodType<Entry[]>) => {
    const text = textOf(name);
    if (text === null) return null;
    const yaml: YamlFile<Entry[]> = readYaml(fileOf(name), text, schema);
    problems.push(...yaml.problems);
    if (!yaml.value) return null;
    const entries = new Map<string, Entry>();
    const lines = new Map<string, number>();
    for (const [index, entry] of yaml.value.entries()) {
      if (entries.has(entry.id)) {
        problems.push({
          file: fileOf(name),
          ...yaml.at([index, "id"]),
          severity: "error",
          code: "duplicate-id",
          message: `The entry "${entry.id}" is listed twice.`,
          fix: "Keep one, or give the other its own id.",
        });
      }
      entries.set(entry.id, entry);
      lines.set(entry.id, yaml.at([index]).line);
    }
    return { entries, lines, yaml };
  };

  const sources = read("sources.yaml", SourcesSchema);
  const glossary = read("glossary.yaml", GlossarySchema);
  for (const [index, term] of [...(glossary?.entries.values() ?? [])].entries()) {
    if (!glossary || !sources || sources.entries.has(term.source)) continue;
    problems.push({
      file: fileOf("glossary.yaml"),
      ...glossary.yaml.at([index, "source"]),
      severity: "error",
      code: "unknown-source",
      message: `The term "${term.id}" names the source "${term.source}", which is not in sources.yaml.`,
      fix: "Correct the id, or add the source.",
    });
  }
  return {
    sources: sources?.entries ?? null,
    glossary: glossary?.entries ?? null,
    problems,
    lines: { sources: sources?.lines ?? new Map(), glossary: glossary?.lines ?? new Map() },
  };
}
