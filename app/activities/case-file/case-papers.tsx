import { RichText } from "#app/ui/rich-text.tsx";
import type { CaseFilePublic, CaseTable } from "./definition.ts";

/** The papers of a case, open as they are given to the reader; whoever needs the room folds them. */
export function CasePapers({ documents }: { documents: CaseFilePublic["documents"] }) {
  return (
    <div className="case-papers">
      {documents.map(({ title, blocks }) => (
        <details key={title} className="case-paper" open>
          <summary>{title}</summary>
          <div className="case-paper-text">
            {blocks.map((block, index) =>
              Array.isArray(block) ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one paper never move
                <RichText key={index} nodes={block} />
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <Table key={index} title={title} table={block} />
              ),
            )}
          </div>
        </details>
      ))}
    </div>
  );
}

/** A wide table scrolls inside its paper, by keyboard as well. */
function Table({ title, table: { head, rows } }: { title: string; table: CaseTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="case-table" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <Row cells={head} of="th" />
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one table never move
            <Row key={index} cells={cells} of="td" />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ cells, of: Cell }: { cells: CaseTable["head"]; of: "th" | "td" }) {
  return (
    <tr>
      {cells.map((nodes, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cells of one row never move
        <Cell key={index} scope={Cell === "th" ? "col" : undefined}>
          <RichText nodes={nodes} />
        </Cell>
      ))}
    </tr>
  );
}
