/** What is drawn on a certificate besides words. All of it is an artifact to a screen reader, except the QR code. */
import { qrPath } from "./qr.ts";

export const INK = "#1c2226";
export const CIVIC = "#1d4b5e";
export const ACCENT = "#b4552d";
export const QUIET = "#55626a";
const PALE = "#a9bcc3";

type Document = PDFKit.PDFDocument;

/** Two rules around the sheet; the inner one steps back at the corners. Measures are points from the edge of the page. */
export function drawFrame(doc: Document): void {
  const { width, height } = doc.page;
  doc
    .lineWidth(1.6)
    .strokeColor(CIVIC)
    .rect(26, 26, width - 52, height - 52)
    .stroke();
  const edge = 32.5;
  const step = 11;
  const right = width - edge;
  const bottom = height - edge;
  doc
    .lineWidth(0.5)
    .moveTo(edge + step, edge)
    .lineTo(right - step, edge)
    .lineTo(right - step, edge + step)
    .lineTo(right, edge + step)
    .lineTo(right, bottom - step)
    .lineTo(right - step, bottom - step)
    .lineTo(right - step, bottom)
    .lineTo(edge + step, bottom)
    .lineTo(edge + step, bottom - step)
    .lineTo(edge, bottom - step)
    .lineTo(edge, edge + step)
    .lineTo(edge + step, edge + step)
    .closePath()
    .stroke();
}

/**
 * The waymark: a post with two boards.
 * @param x the middle of the post
 * @param y its upper end; the sign is 74 points high and reaches 34 to the right and 27 to the left
 */
export function drawWaymark(doc: Document, x: number, y: number): void {
  doc
    .fillColor(CIVIC)
    .rect(x - 1.6, y, 3.2, 74)
    .fill();
  board(doc, x - 18, y + 8, 52, 18, 9, ACCENT);
  board(doc, x + 14, y + 33, -41, 14, -7, CIVIC);
}

/**
 * The way from the sign to the code: a dotted line, with a mark for each quiz that was passed.
 * @param marks more than 12 are not drawn, as nobody would count them
 */
export function drawTrail(doc: Document, x: number, top: number, bottom: number, marks: number): void {
  const drawn = marks <= 12 ? marks : 0;
  const stretch = (bottom - top) / (drawn + 1);
  for (let index = 0; index <= drawn; index += 1) {
    const from = top + stretch * index + (index > 0 ? 11 : 0);
    const to = top + stretch * (index + 1) - (index < drawn ? 11 : 0);
    const steps = Math.max(1, Math.round((to - from) / 6));
    for (let dot = 0; dot <= steps; dot += 1) doc.rect(x - 0.8, from + ((to - from) * dot) / steps - 0.8, 1.6, 1.6);
  }
  doc.fill(PALE);
  for (let index = 1; index <= drawn; index += 1) {
    const y = top + stretch * index;
    doc
      .moveTo(x, y - 4.5)
      .lineTo(x + 4.5, y)
      .lineTo(x, y + 4.5)
      .lineTo(x - 4.5, y)
      .closePath()
      .fill(ACCENT);
  }
}

/** The QR code as vectors in a square; `side` includes the quiet zone. */
export function drawQr(doc: Document, text: string, x: number, y: number, side: number): void {
  const { size, path } = qrPath(text);
  doc
    .save()
    .translate(x, y)
    .scale(side / size)
    .path(path)
    .fill(INK)
    .restore();
}

function board(doc: Document, x: number, y: number, width: number, height: number, tip: number, colour: string): void {
  doc
    .moveTo(x, y)
    .lineTo(x + width - tip, y)
    .lineTo(x + width, y + height / 2)
    .lineTo(x + width - tip, y + height)
    .lineTo(x, y + height)
    .closePath()
    .fill(colour);
}
