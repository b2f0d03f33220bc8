import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { LANGUAGES } from "#app/domain/language.ts";
import { checkHolderName } from "#app/domain/person-name.ts";
import { fontLacks } from "#app/issuing/certificate-font.server.ts";
import { renderCertificate } from "#app/issuing/render-certificate.server.ts";
import { certificateRecord } from "./certificate-record.ts";

const NAME_OF_95 = "Константин-Александр Владиславович Рождественский-Преображенский-Щербаков Ёлкин оглы Магомедов";
const TITLE_OF_TWO_LINES =
  "Управление трудовой миграцией и противодействие торговле людьми: право, практика и взаимодействие ведомств";

const folder = mkdtempSync(join(tmpdir(), "certificate-"));
afterAll(() => rmSync(folder, { recursive: true }));

const has = (tool: string) => spawnSync(tool, ["--version"]).error === undefined;
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** The file without the contents of its streams: what is left are dictionaries, where actions would stand. */
function dictionaries(pdf: Buffer): string {
  return pdf.toString("latin1").replace(/\nstream\n[\s\S]*?\nendstream\n/g, "\n");
}

/** Each line of text as it is placed on the sheet, in the order of drawing. */
function placedLines(pdf: Buffer): { x: number; y: number; size: number }[] {
  const lines = pdf.toString("latin1").matchAll(/1 0 0 1 (\S+) (\S+) Tm\n\/F\d+ (\S+) Tf/g);
  return [...lines].map(([, x, y, size]) => ({ x: Number(x), y: Number(y), size: Number(size) }));
}

test("a certificate is the same file, byte for byte, in a fresh process and whatever was printed before", async () => {
  // Both micro signs are one glyph of the font, and so are the letter ﬁ and the ligature: a parsed font keeps the first that it meets.
  const record = certificateRecord({ courseTitle: "Вымярэнне ў µ і ﬁ" });
  await renderCertificate(certificateRecord({ holderName: "Щй Ё ў μ fi", courseTitle: "μ fi й Ў", language: "ru" }));
  const here = await renderCertificate(record);
  const again = await renderCertificate(record);
  const elsewhere = execFileSync(process.execPath, ["--import", "tsx", "tests/issuing/hash-certificate.ts"], {
    input: JSON.stringify(record),
    encoding: "utf8",
    env: { ...process.env, TZ: "Pacific/Apia", LANG: "C" },
  });
  expect(sha256(again)).toBe(sha256(here));
  expect(elsewhere).toBe(sha256(here));
}, 60_000);

test("another name makes another file", async () => {
  const one = await renderCertificate(certificateRecord());
  const other = await renderCertificate(certificateRecord({ holderName: "Ганна Ўладзіміраўна Шчарбаковa" }));
  expect(sha256(other)).not.toBe(sha256(one));
});

test.each(LANGUAGES)("a certificate in %s says its language and is tagged for screen readers", async (language) => {
  const pdf = dictionaries(await renderCertificate(certificateRecord({ language })));
  expect(pdf).toContain(`/Lang (${language})`);
  expect(pdf).toContain("/Marked true");
  expect(pdf).toContain("/S /H1");
  expect(pdf).toMatch(/\/S \/Figure\n\/Alt \(/);
  expect(pdf).toContain("/DisplayDocTitle true");
});

test("title and issuer with signs of XML leave the metadata well-formed", async () => {
  const pdf = await renderCertificate(
    certificateRecord({ issuerName: "Smith & <Sons>", courseTitle: "Law & Order < all" }),
  );
  const xmp = /<\?xpacket begin[\s\S]*?<\?xpacket end="w"\?>/.exec(pdf.toString("utf8"))?.[0] ?? "";
  expect(xmp).toContain("<pdfaid:part>3</pdfaid:part>");
  expect(xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(xmp).not.toMatch(/&(?!amp;|lt;|gt;)|<Sons>/);
});

test.each([
  ["a short name and title", { holderName: "Ян Ли", courseTitle: "Право" }],
  [
    "a name of 95 letters, a title of two lines and a long issuer",
    {
      holderName: NAME_OF_95,
      courseTitle: TITLE_OF_TWO_LINES,
      issuerName: "Межведомственный учебный центр Министерства внутренних дел и Министерства труда и социальной защиты",
    },
  ],
  ["a name of 120 wide letters without a space", { holderName: "Щ".repeat(120), courseTitle: TITLE_OF_TWO_LINES }],
  ["a long address", { verifyUrl: `https://${"long-host-name.".repeat(10)}example.org/verify/7ZQ4K8M2NPXT3VB99CDE` }],
] as const)("no line is set over another with %s", async (_, fields) => {
  for (const language of LANGUAGES) {
    const pdf = await renderCertificate(certificateRecord({ ...fields, language }));
    const column = placedLines(pdf).filter(({ x }) => x === 84);
    expect(column.length).toBeGreaterThan(9);
    for (const [index, line] of column.slice(1).entries()) {
      const above = column[index];
      expect(above && above.y - line.y, `line ${index + 1} in ${language}`).toBeGreaterThan(line.size * 0.95);
    }
    expect(Math.min(...placedLines(pdf).map(({ y }) => y))).toBeGreaterThan(50);
    expect(dictionaries(pdf).match(/\/Type \/Page\n/g)).toHaveLength(1);
  }
});

test("whatever is typed as a name, it is refused or printed, and the file holds no action but the link to its check", async () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 130 }),
    fc.string({ unit: fc.constantFrom(..."ЎўІіЁёЩщAz'’ʼ-., ()µﬁ\u0301"), minLength: 1, maxLength: 120 }),
    fc.constantFrom(
      "/JS (app.alert(1))",
      ") /OpenAction << /S /JavaScript >> (",
      "\\) endobj",
      "Анна\u202eвон",
      "Ann\u0000a",
      "<script>",
      "endstream endobj (Ann)",
      "Ann\\",
      "((((Анна",
      "Анна))))",
      "𝔄𝔫𝔫𝔞",
      "安娜",
      "O’Neil (née Smith), J.-P.",
    ),
  );
  let printed = 0;
  await fc.assert(
    fc.asyncProperty(hostile, async (name) => {
      const checked = checkHolderName(name, fontLacks);
      if (!checked.ok) return;
      printed += 1;
      const pdf = dictionaries(await renderCertificate(certificateRecord({ holderName: checked.value })));
      expect(pdf).not.toMatch(/\/(JS|JavaScript|OpenAction|AA|Launch|EmbeddedFile|SubmitForm|GoToR|Encrypt)\b/);
      expect(pdf.match(/\/URI \(/g)).toHaveLength(1);
      expect(pdf.endsWith("%%EOF\n")).toBe(true);
    }),
    { numRuns: 300 },
  );
  expect(printed).toBeGreaterThan(30);
}, 120_000);

test("an address that is not one of the web is printed, but is no link", async () => {
  const pdf = dictionaries(await renderCertificate(certificateRecord({ verifyUrl: "javascript:alert(1)" })));
  expect(pdf).not.toContain("/URI");
});

test.skipIf(!has("qpdf"))("qpdf finds no fault in the file (skipped where qpdf is not installed)", async () => {
  for (const language of LANGUAGES) {
    const path = join(folder, `${language}.pdf`);
    writeFileSync(path, await renderCertificate(certificateRecord({ language, holderName: NAME_OF_95 })));
    expect(execFileSync("qpdf", ["--check", path], { encoding: "utf8" })).toContain(
      "No syntax or stream encoding errors",
    );
  }
});

test.skipIf(!has("pdfinfo"))(
  "poppler reads title, tags, embedded fonts and the letters ў і ё Щ (skipped where poppler-utils is not installed)",
  async () => {
    const path = join(folder, "letters.pdf");
    const holderName = "Ўладзіслаў Щёголеў-Ёлкін (О’Ніл)";
    writeFileSync(path, await renderCertificate(certificateRecord({ holderName, courseTitle: "Offices µ μ" })));
    const run = (tool: string, ...args: string[]) => execFileSync(tool, [...args], { encoding: "utf8" });
    const info = run("pdfinfo", path);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(new RegExp(`Title:.*2026-000123-X: ${holderName.replace(/[()]/g, "\\$&")}`));
    expect(info).toMatch(/Pages:\s+1\n/);
    const fonts = run("pdffonts", path).trim().split("\n").slice(2);
    expect(fonts.length).toBe(3);
    for (const font of fonts) expect(font).toMatch(/PTSerif.*CID TrueType\s+Identity-H\s+yes\s+yes\s+yes/);
    const words = run("pdftotext", path, "-").replace(/\s+/g, " ");
    expect(words).toContain(holderName);
    expect(words).toContain("7ZQ4K-8M2NP-XT3VB-99CDE");
    expect(words).toContain("25 лістапада 2026 г.");
  },
);
