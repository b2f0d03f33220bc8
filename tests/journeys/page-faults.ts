/** Everything that a page does wrong for somebody who cannot see it well, or cannot see it at all. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 900 };

/**
 * @param language that the page must be in
 * @returns one line a fault: axe in both themes, headings, language, title, and the width of a small phone
 */
export async function pageFaults(page: Page, language: string): Promise<string[]> {
  const faults = await structureFaults(page, language);
  await page.emulateMedia({ colorScheme: "light" });
  faults.push(...(await axeFaults(page, "light")));
  await page.emulateMedia({ colorScheme: "dark" });
  faults.push(...(await axeFaults(page, "dark")));
  await page.setViewportSize(NARROW);
  faults.push(...(await widthFaults(page)));
  await page.setViewportSize(WIDE);
  return faults;
}

async function axeFaults(page: Page, theme: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${theme}: ${id}: ${html.slice(0, 120)} ${failureSummary?.split("\n")[1]}`),
  );
}

async function structureFaults(page: Page, language: string): Promise<string[]> {
  const { lang, title, levels } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => Number(heading.tagName[1])),
  }));
  const faults: string[] = [];
  if (lang !== language) faults.push(`the page says that it is in "${lang}"`);
  if (title.trim() === "") faults.push("the page has no title");
  const first = levels.filter((level) => level === 1).length;
  if (first !== 1) faults.push(`the page has ${first} headings of the first level`);
  levels.forEach((level, index) => {
    const before = levels[index - 1] ?? 0;
    if (level > before + 1) faults.push(`heading ${index + 1} jumps from level ${before} to ${level}`);
  });
  return faults;
}

async function widthFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll("main *, header *, footer *")].find(
      (element) => element.getBoundingClientRect().right > width + 1,
    );
    return [`at ${width} px the page scrolls sideways: ${wide?.outerHTML.slice(0, 120)}`];
  });
}
