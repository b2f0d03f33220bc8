import type { Page } from "playwright-core";
import type { Fields } from "./forms.ts";

/** Answers one item on the page by mouse, as its fields say. */
export async function fillFields(page: Page, item: { kind: string }, fields: Fields): Promise<void> {
  for (const [name, value] of fields) {
    if (item.kind === "match") await page.locator(`select[name="${name}"]`).selectOption(value);
    else if (item.kind === "number" || item.kind === "short") await page.locator(`input[name="${name}"]`).fill(value);
    else await page.locator(`input[name="${name}"][value="${value}"]`).check();
  }
}
