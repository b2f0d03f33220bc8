import { useState } from "react";
import type { RichNode } from "#app/domain/rich-text.ts";
import { useKindWords } from "#app/ui/kind-words.ts";
import { RichText } from "#app/ui/rich-text.tsx";
import type { ExhibitViewProps } from "../activity-state.ts";
import { isShown, ShowOnly, useTicked } from "../choosing/show-only.tsx";
import type { ComparePublic } from "./definition.ts";
import { words } from "./words.ts";

/**
 * One table for all screens. On a phone its rows are laid out one under the other, each cell under the name of its criterion; the roles
 * are written out because some browsers forget that a table so laid out is one.
 */
export function CompareView({ exhibit, prefix, query }: ExhibitViewProps<ComparePublic>) {
  const { title, lead, thingHead, criteria, things, status, more, notes } = exhibit;
  const t = useKindWords(words);
  const groups = [
    { name: "thing", title: thingHead, options: things.map(({ name }) => name) },
    ...(criteria.length > 1 ? [{ name: "by", title: t("by"), options: criteria }] : []),
  ];
  const [ticked, setTicked] = useTicked(prefix, query, groups);
  const shown = things.filter((_, at) => isShown(ticked, "thing", at)).length;
  const [opened] = useState(() => Object.values(ticked).some((places) => places.length > 0));
  return (
    <>
      <p className="exhibit-title" id={`${prefix}-title`}>
        <RichText nodes={title} />
      </p>
      <RichText nodes={lead} />
      <details className="compare-choice" open={opened}>
        <summary>{t("choose")}</summary>
        <ShowOnly {...{ prefix, query, groups, ticked, shown }} onTick={setTicked} total={things.length} />
      </details>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen must scroll by keyboard */}
      <section className="exhibit-scroll" aria-labelledby={`${prefix}-title`} tabIndex={0}>
        <table className="compare" role={TABLE} aria-labelledby={`${prefix}-title`}>
          <thead role={ROWS}>
            <tr role={ROW}>
              <th role={HEAD} scope="col">
                {thingHead}
              </th>
              {criteria.map((criterion, at) => (
                <th key={criterion} role={HEAD} scope="col" hidden={!isShown(ticked, "by", at)}>
                  {criterion}
                </th>
              ))}
              {more !== null && (
                <th role={HEAD} scope="col">
                  {more}
                </th>
              )}
            </tr>
          </thead>
          <tbody role={ROWS}>
            {things.map(({ name, words: text, cells, more: demanded }, thing) => (
              <tr key={name} role={ROW} hidden={!isShown(ticked, "thing", thing)}>
                <th role={ROW_HEAD} scope="row">
                  <RichText nodes={text} />
                </th>
                {criteria.map((criterion, at) => (
                  <td key={criterion} role={CELL} hidden={!isShown(ticked, "by", at)}>
                    <span className="compare-criterion" aria-hidden="true">
                      {criterion}
                    </span>
                    <div className={at === status ? "compare-status" : undefined}>
                      <RichText nodes={cells[at] ?? []} />
                    </div>
                  </td>
                ))}
                {more !== null && (
                  <td role={CELL}>
                    <OnDemand title={more} nodes={demanded} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <RichText nodes={notes} />
    </>
  );
}

const [TABLE, ROWS, ROW, HEAD, ROW_HEAD, CELL] = [
  "table",
  "rowgroup",
  "row",
  "columnheader",
  "rowheader",
  "cell",
] as const;

/** Paper cannot be opened: there it stands open, under its title. */
function OnDemand({ title, nodes }: { title: string; nodes: readonly RichNode[] }) {
  if (nodes.length === 0) return null;
  return (
    <>
      <details className="compare-more">
        <summary>{title}</summary>
        <p>
          <RichText nodes={nodes} />
        </p>
      </details>
      <p className="compare-more-paper">
        <RichText nodes={nodes} />
      </p>
    </>
  );
}
