/** A piece of running text on the certificate: how it is measured, made to fit and written. */
import type { CertificateFont } from "./certificate-font.server.ts";

export interface Passage {
  tag: "H1" | "P";
  text: string;
  font: CertificateFont;
  /** Points. */
  size: number;
  colour: string;
  /** Space between its lines and below it, in points. */
  lineGap?: number;
  after?: number;
  /** The most lines that it may take; it is set smaller until it does, but never under `smallest`. */
  lines?: number;
  smallest?: number;
  /** It is set in one line if that can be done in this size or a larger one. */
  smallestInOneLine?: number;
  /** The text is a web address to follow; this says where it leads. */
  link?: string;
}

type Document = PDFKit.PDFDocument;

/** Height in points of a passage set in a column, without the space below it. */
export function heightOf(doc: Document, passage: Passage, column: number): number {
  return styled(doc, passage).heightOfString(passage.text, { width: column, lineGap: passage.lineGap ?? 0 });
}

/** Height of passages one under the other, with the spaces between them. */
export function heightOfAll(doc: Document, passages: readonly Passage[], column: number): number {
  return passages.reduce((sum, passage, index) => {
    const after = index < passages.length - 1 ? (passage.after ?? 0) : 0;
    return sum + heightOf(doc, passage, column) + after;
  }, 0);
}

/** Makes each passage keep to its lines, then all of them smaller together until they are no higher than `height`. */
export function fitted(doc: Document, passages: readonly Passage[], column: number, height: number): Passage[] {
  let fit = passages.map((passage) => keptToLines(doc, passage, column));
  while (heightOfAll(doc, fit, column) > height && fit.some((passage) => passage.size > 5)) {
    fit = fit.map((passage) => ({
      ...passage,
      size: passage.size * 0.97,
      after: (passage.after ?? 0) * 0.97,
      lineGap: (passage.lineGap ?? 0) * 0.97,
    }));
  }
  return fit;
}

/**
 * Writes a passage as an element of the document's structure. Text that takes several lines gets lines of even length.
 * @returns the height at which the next passage begins
 */
export function write(
  doc: Document,
  parent: PDFKit.PDFStructureElement,
  passage: Passage,
  x: number,
  y: number,
  column: number,
): number {
  const height = heightOf(doc, passage, column);
  const width = evenWidth(doc, passage, column, height);
  const set = () => styled(doc, passage).text(passage.text, x, y, { width, lineGap: passage.lineGap ?? 0 });
  parent.add(doc.struct(passage.tag, {}, isLink(passage) ? linked(doc, passage, set, x, y, width, height) : set));
  return y + height + (passage.after ?? 0);
}

/** Only web addresses are made links: no other scheme gets into the file. */
function isLink(passage: Passage): passage is Passage & { link: string } {
  return passage.link !== undefined && /^https?:\/\//.test(passage.text);
}

function linked(
  doc: Document,
  passage: Passage & { link: string },
  set: () => Document,
  x: number,
  y: number,
  width: number,
  height: number,
): PDFKit.PDFStructureElement {
  const element = doc.struct("Link");
  return element.add(() => {
    const area = Math.min(width, set().widthOfString(passage.text));
    // pdfkit writes a primitive string as a name and a String object as text.
    const contents = new String(passage.link) as string;
    doc.link(x, y, area, height, passage.text, {
      structParent: element,
      Contents: contents,
    } as PDFKit.Mixins.AnnotationOption);
  });
}

function keptToLines(doc: Document, passage: Passage, column: number): Passage {
  const { lines, smallest = 5, smallestInOneLine } = passage;
  if (smallestInOneLine !== undefined) {
    const size = sizeFor(doc, passage, column, 1, smallestInOneLine);
    if (size !== null) return { ...passage, size };
  }
  if (lines === undefined) return passage;
  return { ...passage, size: sizeFor(doc, passage, column, lines, smallest) ?? smallest };
}

/** The largest size, from the passage's own downwards, at which it takes no more than so many lines; null when it is under `smallest`. */
function sizeFor(doc: Document, passage: Passage, column: number, lines: number, smallest: number): number | null {
  for (let { size } = passage; size >= smallest; size -= 0.5) {
    const lineHeight = styled(doc, { ...passage, size }).currentLineHeight(true) + (passage.lineGap ?? 0);
    if (heightOf(doc, { ...passage, size }, column) <= lineHeight * lines + 0.01) return size;
  }
  return null;
}

function evenWidth(doc: Document, passage: Passage, column: number, height: number): number {
  let width = column;
  while (width > column / 2 && heightOf(doc, passage, width - 8) <= height + 0.01) width -= 8;
  return width;
}

function styled(doc: Document, { font, size, colour }: Passage): Document {
  return doc.font(font).fontSize(size).fillColor(colour);
}
