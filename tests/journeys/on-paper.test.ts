/** What a printed lesson shows of each graded kind: whatever a learner chooses from, and a place for the answer. */
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { LANGUAGES } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { plainText, type RichNode } from "#app/domain/rich-text.ts";
import { openBrowser, visit, WAYS } from "./browser.ts";
import { galleryActivities } from "./course.ts";
import { startSite } from "./harness.ts";
import { addPerson } from "./people.ts";

const site = await startSite();
const browser = await openBrowser();
const author = await addPerson(site, "author@example.org", { roles: ["author"] });

interface Parts {
  options?: { text: RichNode[] }[];
  rows?: { text: RichNode[] }[];
  answers?: { text: RichNode[] }[];
  items?: { text: RichNode[] }[];
  categories?: { text: RichNode[] }[];
  steps?: { text: RichNode[] }[];
}

/** What is chosen from, as paper shows it: in full, for nobody can open a list there. */
const CHOICES: Record<string, (parts: Parts) => { text: RichNode[] }[]> = {
  single: ({ options = [] }) => options,
  multiple: ({ options = [] }) => options,
  match: ({ rows = [], answers = [] }) => [...rows, ...answers],
  matrix: ({ rows = [] }) => rows,
  sort: ({ items = [], categories = [] }) => [...items, ...categories],
  order: ({ steps = [] }) => steps,
};

/** Where an answer is written or marked. */
const PLACES: Record<string, string> = {
  single: ".option input",
  multiple: ".option input",
  match: ".match-letter",
  matrix: ".row-choices input",
  sort: ".row-choices input",
  order: ".order-place",
  number: ".typed-field input",
  short: ".typed-field input",
  spot: ".option input",
};

async function areSeen(places: Locator): Promise<boolean> {
  const sizes = await places.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  return sizes.length > 0 && sizes.every(({ width, height }) => width >= 12 && height >= 12);
}

test.each(WAYS)("each graded kind can be answered on paper, in every language, $way", async ({ javaScript }) => {
  const { page, goto } = await visit(browser, site, { javaScript, person: author });
  for (const language of LANGUAGES) {
    await page.emulateMedia({ media: "screen" });
    await goto(paths.authorGallery(language));
    if (javaScript) await page.locator(".order-buttons").first().waitFor();
    expect(await page.locator(".match-paper").isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    const shownIds = await page.locator(".gallery-shown .activity").evaluateAll((all) => all.map((one) => one.id));
    const graded = galleryActivities.filter(({ id, kind }) => shownIds.includes(id) && Object.hasOwn(PLACES, kind));
    expect(new Set(graded.map(({ kind }) => kind)).size).toBe(Object.keys(PLACES).length);
    for (const { id, kind, public: published } of graded) {
      const activity = page.locator(`#${id}`);
      expect(await areSeen(activity.locator(PLACES[kind] ?? "")), `${language}: ${id}`).toBe(true);
      expect(await activity.locator("select:visible").count(), `${language}: ${id}`).toBe(0);
      // biome-ignore lint/performance/useDomNodeTextContent: what paper hides must not count
      const shown = await activity.innerText();
      for (const { text } of CHOICES[kind]?.(published[language] as Parts) ?? []) {
        expect(shown, `${language}: ${id}`).toContain(plainText(text));
      }
    }
  }
});

test("what was chosen in a match is printed instead of the box for its letter", async () => {
  const { page, goto } = await visit(browser, site, { person: author });
  await goto(paths.authorGallery("en"));
  const rows = page.locator("#gallery-match .match-row");
  await rows.first().locator("select").selectOption({ index: 1 });
  await page.emulateMedia({ media: "print" });
  expect(await rows.locator("select").evaluateAll((all) => all.map((one) => one.checkVisibility()))).toEqual([
    true,
    false,
  ]);
  expect(await rows.locator(".match-letter").evaluateAll((all) => all.map((one) => one.checkVisibility()))).toEqual([
    false,
    true,
  ]);
});
