/** The elements of a lesson in a preview: as a learner has them, with ids of their own in the second column, and with their sources for a reviewer. */
import { Children, isValidElement, type ReactNode } from "react";
import { lessonElements } from "../lesson-body.tsx";
import { type Citation, ClaimSources, citationsInData } from "./claim-sources.tsx";
import { PreviewActivity } from "./preview-activity.tsx";
import { usePreviewColumn } from "./preview-column.ts";

/** One table for all previews: a new object for each page would make React draw everything anew. */
export const previewElements = {
  ...lessonElements,
  Activity: PreviewActivity,
  Cite: PreviewCite,
  Exhibit: PreviewExhibit,
  Term: PreviewTerm,
  h2: Heading,
  p: Paragraph,
  li: ListItem,
  td: Cell,
  tr: Row,
};

function PreviewCite(props: Parameters<typeof lessonElements.Cite>[0]) {
  const { prefix } = usePreviewColumn();
  return <lessonElements.Cite {...props} prefix={prefix} />;
}

function PreviewTerm(props: Parameters<typeof lessonElements.Term>[0]) {
  const { prefix } = usePreviewColumn();
  return <lessonElements.Term {...props} prefix={prefix} />;
}

function PreviewExhibit(props: Parameters<typeof lessonElements.Exhibit>[0]) {
  const { prefix } = usePreviewColumn();
  return (
    <>
      <lessonElements.Exhibit {...props} prefix={prefix} />
      <ClaimSources citations={citationsInData(props.data)} />
    </>
  );
}

function Heading({ id, children }: { id?: string; children?: ReactNode }) {
  const { prefix } = usePreviewColumn();
  return <h2 id={id && `${prefix}${id}`}>{children}</h2>;
}

function Paragraph({ children }: { children?: ReactNode }) {
  const { page } = usePreviewColumn();
  const marked = useMark(children);
  const citations = page.choice.as === "reviewer" ? citationsIn(children) : [];
  if (citations.length === 0) return <p {...marked}>{children}</p>;
  return (
    <div className="claim">
      <p {...marked}>{children}</p>
      <ClaimSources citations={citations} />
    </div>
  );
}

function ListItem({ children, className }: { children?: ReactNode; className?: string }) {
  return (
    <li className={className} {...useMark(children)}>
      {children}
      <ClaimSources citations={citationsIn(children)} />
    </li>
  );
}

function Row({ children }: { children?: ReactNode }) {
  return <tr {...useMark(children)}>{children}</tr>;
}

function Cell({ children, align }: { children?: ReactNode; align?: "left" | "center" | "right" }) {
  return (
    <td align={align}>
      {children}
      <ClaimSources citations={citationsIn(children)} />
    </td>
  );
}

/** The class and id of the passage that a learner reported. */
function useMark(children: ReactNode): { className?: string; id?: string } {
  const { page, language, prefix } = usePreviewColumn();
  const { report } = page;
  if (!report || report.language !== language || holdsBlocks(children)) return {};
  const words = bare(textOf(children));
  const wanted = bare(report.excerpt);
  const found = report.excerpt.endsWith("…") ? words.startsWith(wanted) : words === wanted;
  return found ? { className: "reported", id: `${prefix}reported` } : {};
}

const BLOCKS: unknown[] = [Paragraph, ListItem, Cell, Row, "ul", "ol", "table", "blockquote"];

function citationsIn(nodes: ReactNode): Citation[] {
  return Children.toArray(nodes).flatMap((node) => {
    if (!isValidElement<{ children?: ReactNode }>(node) || BLOCKS.includes(node.type)) return [];
    if (node.type === PreviewCite) return [node.props as unknown as Citation];
    return citationsIn(node.props.children);
  });
}

function holdsBlocks(nodes: ReactNode): boolean {
  return Children.toArray(nodes).some(
    (node) => isValidElement(node) && BLOCKS.includes(node.type) && node.type !== Cell,
  );
}

function textOf(nodes: ReactNode): string {
  return Children.toArray(nodes)
    .map((node) => {
      if (!isValidElement<{ children?: ReactNode }>(node)) return String(node);
      return node.type === PreviewCite ? "" : textOf(node.props.children);
    })
    .join("");
}

/** Without space and the signs that the list of passages puts between cells and after a cut. */
function bare(text: string): string {
  return text.replace(/[\s·…]+/gu, "");
}
