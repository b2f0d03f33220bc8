/** Reads pages as somebody without JavaScript would use them. */

/** The form that a page offers for sending something again: where it goes, and what it holds. */
export function formOf(page: string): { action: string; fields: string[][] } {
  const form = /<form\b([^>]*)>(.*?)<\/form>/s.exec(page);
  const fields = [...(form?.[2] ?? "").matchAll(/<input\b([^>]*)>/g)].map(([, attributes = ""]) => [
    attribute(attributes, "name"),
    attribute(attributes, "value"),
  ]);
  return { action: attribute(form?.[1] ?? "", "action"), fields };
}

/** The language that a page says it is in. */
export function languageOf(page: string): string {
  return attribute(/<html\b([^>]*)>/.exec(page)?.[1] ?? "", "lang");
}

function attribute(attributes: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
  return value
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
