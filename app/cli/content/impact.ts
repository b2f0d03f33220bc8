import type { Command } from "commander";
import { contentStatus } from "#app/compiler/content-status.ts";
import { suggest } from "#app/compiler/nearest.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { type ImpactPlace, impactOf } from "#app/domain/content-status.ts";
import { ROOT_OPTION } from "./root-option.ts";

/** `content impact`: a law has changed; this is what rests on it. */
export function addImpact(program: Command): void {
  program
    .command("impact")
    .description("lists every paragraph, question, card, aid, term and course edition that rests on a source")
    .argument("<source>", 'id of a source, or of a place in it: "palermo-protocol-2000#Art. 3(a)"')
    .option(...ROOT_OPTION)
    .option("--json", "print the places as JSON")
    .action((asked: string, { root, json }: { root: string; json?: boolean }) => {
      const hash = asked.indexOf("#");
      const id = hash < 0 ? asked : asked.slice(0, hash);
      const at = hash < 0 ? null : asked.slice(hash + 1);
      const content = readContent(root);
      const known = content.pages.filter(({ sources }) => sources.has(id));
      if (known.length === 0) {
        const ids = content.pages.flatMap(({ sources }) => [...sources.keys()]);
        return program.error(`No course has a source "${id}". ${suggest(id, ids, "See sources.yaml of the course.")}`);
      }
      const locators = known.flatMap(({ sources }) => Object.keys(sources.get(id)?.locators ?? {}));
      if (at !== null && !locators.includes(at)) {
        return program.error(
          `The source "${id}" has no place "${at}". ${suggest(at, locators, `Its places are: ${locators.join("; ")}.`)}`,
        );
      }
      const courses = contentStatus(content).courses.map((course) => ({
        course: course.id,
        edition: course.edition,
        places: impactOf(course, id, at),
      }));
      const touched = courses.filter(({ places }) => places.length > 0);
      if (json) console.log(JSON.stringify({ source: id, at, courses: touched }, null, 2));
      else {
        for (const { course, edition, places } of touched) {
          console.log(
            `${course}, edition ${edition} and its certificates: ${places.length === 1 ? "1 place" : `${places.length} places`}`,
          );
          for (const place of places) console.log(placeLine(place));
        }
        if (touched.length === 0) console.log("Nothing rests on it.");
      }
    });
}

function placeLine({ file, line, column, what, part, id, at, excerpt }: ImpactPlace): string {
  const whole = what === "paragraph" ? part : `${part} of ${what}${id === null ? "" : ` ${id}`}`;
  return `  ${file}:${line}:${column}  ${whole}  ${at === null ? "" : `${at}  `}“${excerpt}”`;
}
