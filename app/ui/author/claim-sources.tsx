import { formatDate } from "#app/domain/calendar-date.ts";
import type { RichNode } from "#app/domain/rich-text.ts";
import { useAuthorWords } from "./author-words.tsx";
import { usePreviewColumn } from "./preview-column.ts";

/** A place in a source; inside an activity it has no number. */
export interface Citation {
  n: number | null;
  id: string;
  at: string;
}

/** The sources of the claims in a passage, with what a reviewer must know of them; nothing for others. */
export function ClaimSources({ citations }: { citations: readonly Citation[] }) {
  const { page, language, reader } = usePreviewColumn();
  const t = useAuthorWords();
  if (page.choice.as !== "reviewer" || citations.length === 0) return null;
  return (
    <ul className="claim-sources" lang={reader}>
      {citations.map(({ n, id, at }) => {
        const source = page.sources[id];
        return (
          source && (
            <li key={`${n} ${id} ${at}`}>
              {n !== null && `[${n}] `}
              <cite lang={language}>{source.title[language]}</cite>, <span lang={language}>{at}</span>. {source.body}.{" "}
              {t("preview.checked", { date: formatDate(source.checkedOn, reader) })}{" "}
              <span className={source.overdue ? "author-flag" : undefined}>
                {t(source.overdue ? "preview.overdue" : "preview.reviewBy", {
                  date: formatDate(source.reviewBy, reader),
                })}
              </span>{" "}
              <a href={source.url} rel="noopener noreferrer">
                {source.url}
              </a>
            </li>
          )
        );
      })}
    </ul>
  );
}

/** The places that anything cites which a kind of its own is made of: formatted texts lie in it at any depth. */
export function citationsIn(data: unknown): Citation[] {
  const texts: RichNode[][] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === "object" && value !== null) {
      if ("el" in value && value.el === "cite") texts.push([value as RichNode]);
      else Object.values(value).forEach(look);
    }
  };
  look(data);
  return citationsOf(texts);
}

/** The places that formatted texts cite, each once. */
export function citationsOf(texts: readonly (readonly RichNode[])[]): Citation[] {
  const found = new Map<string, Citation>();
  const look = (nodes: readonly RichNode[]): void => {
    for (const node of nodes) {
      if (typeof node === "string") continue;
      if (node.el === "cite") found.set(`${node.source} ${node.at}`, { n: null, id: node.source, at: node.at });
      else look(node.children ?? []);
    }
  };
  texts.forEach(look);
  return [...found.values()];
}

/** The places that the data of an exhibit cite, wherever they stand, each once. */
export function citationsInData(data: object): Citation[] {
  const found = new Map<string, Citation>();
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const node = value as Partial<Extract<RichNode, { el: "cite" }>>;
    if (node.el === "cite" && node.source !== undefined && node.at !== undefined) {
      found.set(`${node.source} ${node.at}`, { n: null, id: node.source, at: node.at });
    } else Object.values(value).forEach(look);
  };
  look(data);
  return [...found.values()];
}
