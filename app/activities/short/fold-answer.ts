/**
 * What a short answer is compared by: two answers are the same when this makes the same of them. Capitals, spaces, ё for е, the forms
 * of apostrophes, quotation marks and dashes, stress marks and a full stop at the end make no difference. Everything else does:
 * ў is not у, й is not и, “30 days” is not “30-days”.
 */
export function foldAnswer(text: string): string {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, "")
      // A stress mark stands by itself in Cyrillic even after the composition of letters.
      .replace(/\u0301/g, "")
      .normalize("NFC")
      .replace(/[её]\u0308*/g, "е")
      .normalize("NFC")
      .replace(/[’ʼ‘‛`´′＇]/g, "'")
      .replace(/[‐‑‒–—―−]/g, "-")
      .replace(/[«»„“”‟″]/g, '"')
      .replace(/\s+/g, " ")
      .replace(/[ .]+$/, "")
      .trim()
  );
}
