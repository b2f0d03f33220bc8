/**
 * Draws a certificate from its record alone: no clock, no randomness, no settings, so that each call in each process
 * gives the same bytes. Streams stay uncompressed because deflate's output depends on the build of zlib, and fonts are
 * parsed anew for each document because a parsed font remembers what was set in it. Tagged, PDF/A-3a and PDF/UA-1.
 */
import PDFDocument from "pdfkit";
import type { CertificateRecord } from "#app/domain/certificate-record.ts";
import { CERTIFICATE_FONTS } from "./certificate-font.server.ts";
import { ACCENT, CIVIC, drawFrame, drawQr, drawTrail, drawWaymark, INK, QUIET } from "./certificate-ornament.ts";
import { certificateFacts, certificateTexts } from "./certificate-texts.ts";
import { fitted, heightOfAll, type Passage, write } from "./passage.ts";
import { PDF_UA_METADATA } from "./pdf-ua-metadata.ts";

// Points from the upper left corner of the sheet, 841.89 by 595.28.
const LEFT = 84;
const COLUMN = 524;
const HEAD_TOP = 66;
const FACTS_TOP = 407;
const FACTS_WIDTH = COLUMN / 3;
const NOTES_BOTTOM = 541;
const TRAIL_X = 708;
const QR = { x: 649, y: 434, side: 118 };

/**
 * Draws the certificate as PDF, one A4 page in landscape.
 * @param record a frozen record; its name has passed `checkHolderName` with `fontLacks`
 * @returns the file, about 110 kB; the same bytes for the same record
 */
export function renderCertificate(record: CertificateRecord): Promise<Buffer> {
  const doc = newDocument(record);
  const file = collected(doc);
  const root = doc.struct("Document");
  doc.addStructure(root);

  doc.markContent("Artifact", { type: "Layout" });
  drawFrame(doc);
  drawWaymark(doc, TRAIL_X, 68);
  drawTrail(doc, TRAIL_X, 154, QR.y, record.rule.quizzes);
  doc.endMarkedContent();

  const headBottom = writeHead(doc, root, record);
  writeBody(doc, root, record, headBottom + 14, FACTS_TOP - 26);
  writeFacts(doc, root, record);
  writeNotes(doc, root, record);
  writeQr(doc, root, record);

  root.end();
  doc.end();
  return file;
}

function newDocument(record: CertificateRecord): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    size: "A4",
    layout: "landscape",
    margin: 0,
    pdfVersion: "1.7",
    subset: "PDF/A-3a",
    tagged: true,
    lang: record.language,
    displayTitle: true,
    compress: false,
    font: "",
    info: {
      Title: forMetadata(`${certificateTexts(record.language).heading} ${record.number}: ${record.holderName}`),
      Author: forMetadata(record.issuerName),
      Creator: "Waymark",
      CreationDate: new Date(record.issuedAt),
    },
  });
  for (const [name, bytes] of Object.entries(CERTIFICATE_FONTS)) doc.registerFont(name, bytes);
  doc.appendXML(PDF_UA_METADATA);
  return doc;
}

/** pdfkit copies the same string into the information dictionary and, without escaping it, into XML. */
function forMetadata(text: string): string {
  return text.replaceAll("&", "+").replace(/[<>]|\p{C}/gu, " ");
}

/** Heading and issuer, closed by a short rule. Answers where it ends. */
function writeHead(doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, record: CertificateRecord): number {
  const texts = certificateTexts(record.language);
  const passages: Passage[] = [
    { tag: "H1", text: texts.heading, font: "regular", size: 28, colour: CIVIC, after: 2, lines: 1, smallest: 20 },
    {
      tag: "P",
      text: `${texts.issuedBy}: ${record.issuerName}`,
      font: "regular",
      size: 11.5,
      colour: QUIET,
      lines: 2,
      smallest: 7,
    },
  ];
  let y = HEAD_TOP;
  for (const passage of fitted(doc, passages, COLUMN, 76)) y = write(doc, root, passage, LEFT, y, COLUMN);
  doc.markContent("Artifact", { type: "Layout" });
  doc.rect(LEFT, y + 12, 46, 2.4).fill(ACCENT);
  doc.endMarkedContent();
  return y + 14;
}

/** Name, title and rule, in the middle of the room that is left for them. */
function writeBody(
  doc: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  record: CertificateRecord,
  top: number,
  bottom: number,
): void {
  const texts = certificateTexts(record.language);
  const passages: Passage[] = [
    { tag: "P", text: texts.beforeName, font: "italic", size: 13, colour: QUIET, after: 3 },
    {
      tag: "P",
      text: record.holderName,
      font: "bold",
      size: 36,
      colour: INK,
      after: 13,
      lines: 2,
      smallest: 19,
      smallestInOneLine: 27,
    },
    { tag: "P", text: texts.beforeTitle, font: "italic", size: 13, colour: QUIET, after: 4 },
    {
      tag: "P",
      text: record.courseTitle,
      font: "bold",
      size: 21,
      colour: CIVIC,
      after: 13,
      lines: 2,
      smallest: 14,
      smallestInOneLine: 19,
    },
    { tag: "P", text: texts.rule(record.rule), font: "regular", size: 11.5, colour: INK, lineGap: 2 },
  ];
  const fit = fitted(doc, passages, COLUMN, bottom - top);
  let y = top + (bottom - top - heightOfAll(doc, fit, COLUMN)) / 2;
  for (const passage of fit) y = write(doc, root, passage, LEFT, y, COLUMN);
}

/** The facts in two rows of three under a hairline. */
function writeFacts(doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, record: CertificateRecord): void {
  doc.markContent("Artifact", { type: "Layout" });
  doc
    .lineWidth(0.6)
    .strokeColor(CIVIC)
    .moveTo(LEFT, FACTS_TOP)
    .lineTo(LEFT + COLUMN, FACTS_TOP)
    .stroke();
  doc.endMarkedContent();
  certificateFacts(record).forEach(({ label, value }, index) => {
    const x = LEFT + (index % 3) * FACTS_WIDTH;
    const y = FACTS_TOP + 10 + Math.floor(index / 3) * 34;
    const width = FACTS_WIDTH - 10;
    const [first, second] = fitted(
      doc,
      [
        { tag: "P", text: label, font: "italic", size: 8.5, colour: QUIET, lines: 1, smallest: 6 },
        { tag: "P", text: value, font: "regular", size: 11.5, colour: INK, lines: 1, smallest: 7 },
      ],
      width,
      32,
    );
    if (!first || !second) return;
    root.add(
      doc.struct("P", {}, () => {
        for (const [passage, offset] of [
          [first, 0],
          [second, 11.5],
        ] as const) {
          doc
            .font(passage.font)
            .fontSize(passage.size)
            .fillColor(passage.colour)
            .text(passage.text, x, y + offset, { width });
        }
      }),
    );
  });
}

/** Where the certificate is checked, and what it is not; they stand on the lower edge. */
function writeNotes(doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, record: CertificateRecord): void {
  const texts = certificateTexts(record.language);
  const passages: Passage[] = [
    { tag: "P", text: `${texts.verify}:`, font: "regular", size: 8.5, colour: INK },
    {
      tag: "P",
      text: record.verifyUrl,
      font: "bold",
      size: 8.5,
      colour: CIVIC,
      after: 5,
      link: texts.qrAlt(record.verifyUrl),
    },
    { tag: "P", text: texts.notStateDocument, font: "italic", size: 9, colour: QUIET },
  ];
  const fit = fitted(doc, passages, COLUMN, NOTES_BOTTOM - FACTS_TOP - 82);
  let y = NOTES_BOTTOM - heightOfAll(doc, fit, COLUMN);
  for (const passage of fit) y = write(doc, root, passage, LEFT, y, COLUMN);
}

function writeQr(doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, record: CertificateRecord): void {
  const { x, y, side } = QR;
  const figure = { alt: certificateTexts(record.language).qrAlt(record.verifyUrl), bbox: [x, y, x + side, y + side] };
  root.add(doc.struct("Figure", figure, () => drawQr(doc, record.verifyUrl, x, y, side)));
}

function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
}
