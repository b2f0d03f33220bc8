import { Fragment, type ReactNode } from "react";
import type { RichNode } from "#app/domain/rich-text.ts";

/** Elements hang on their nodes alone, and the nodes of a lesson are the same for every reader. */
const made = new WeakMap<readonly RichNode[], ReactNode>();

/** Shows formatted text that travelled as data. Everything in it is escaped by React; addresses were checked by the compiler. */
export function RichText({ nodes }: { nodes: readonly RichNode[] }) {
  return elementsOf(nodes);
}

function elementsOf(nodes: readonly RichNode[]): ReactNode {
  const known = made.get(nodes);
  if (known) return known;
  const elements = (
    <>
      {nodes.map((node, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the nodes of one text never move
        <Fragment key={index}>{show(node, nodes.slice(index + 1).every(isCite))}</Fragment>
      ))}
    </>
  );
  made.set(nodes, elements);
  return elements;
}

function isCite(node: RichNode): boolean {
  return typeof node !== "string" && node.el === "cite";
}

/** @param last whether only citations follow: then a citation may stand on a line of its own without splitting a sentence */
function show(node: RichNode, last: boolean) {
  if (typeof node === "string") return node;
  switch (node.el) {
    case "br":
      return <br />;
    case "a":
      return (
        <a href={node.href} rel="noopener">
          {elementsOf(node.children)}
        </a>
      );
    case "cite":
      return (
        <cite className={last ? "source-note" : "source-inline"}>
          <a href={node.href} rel="noopener noreferrer">
            {node.label}
          </a>
          , {node.at}
        </cite>
      );
    case "term":
      return elementsOf(node.children);
    default: {
      const Element = node.el;
      return <Element>{elementsOf(node.children ?? [])}</Element>;
    }
  }
}
