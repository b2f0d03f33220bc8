/** A person who uses nothing but the keyboard. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { arrived, openBrowser, visit, WAYS } from "./browser.ts";
import { activityOf, at, fieldsFor, lessonAt } from "./course.ts";
import { type DrawnItem, itemsOf } from "./forms.ts";
import { startSite } from "./harness.ts";
import { addPerson, PASSWORD } from "./people.ts";
import { wordsIn } from "./words.ts";

const site = await startSite();
const browser = await openBrowser();
const en = await wordsIn("en");

/** Presses Tab until something is reached; nobody presses more often than this. */
const PATIENCE = 150;

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < PATIENCE; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${selector} was not reached with ${PATIENCE} presses of Tab`);
}

/** Answers one item with arrow keys and the space bar. */
async function answer(page: Page, item: { itemId: string; kind: string; key: unknown }): Promise<void> {
  const fields = fieldsFor(item);
  if (item.kind === "match") {
    for (const [name, value] of fields) {
      await tabTo(page, `select[name="${name}"]`);
      const select = page.locator(`select[name="${name}"]`);
      for (let pressed = 0; pressed < 20 && (await select.inputValue()) !== value; pressed += 1) {
        await page.keyboard.press("ArrowDown");
      }
      expect(await select.inputValue()).toBe(value);
    }
    return;
  }
  for (const [name, value] of fields) {
    const wanted = `input[name="${name}"][value="${value}"]`;
    if (item.kind === "multiple") {
      await tabTo(page, wanted);
      await page.keyboard.press("Space");
      continue;
    }
    await tabTo(page, `input[name="${name}"]`);
    await page.keyboard.press("Space");
    for (let pressed = 0; pressed < 20 && !(await page.locator(wanted).isChecked()); pressed += 1) {
      await page.keyboard.press("ArrowDown");
    }
    expect(await page.locator(wanted).isChecked()).toBe(true);
  }
}

test.each(WAYS)("the keyboard alone answers an activity and hands in a quiz, $way", async ({ javaScript }) => {
  const person = await addPerson(site, `keys-${javaScript}@example.org`);
  const { page, goto } = await visit(browser, site, { javaScript });
  await goto(at.lesson("en", 0));
  await arrived(page, "/en/account/sign-in");
  await tabTo(page, "[name=email]");
  await page.keyboard.type(person.email);
  await tabTo(page, "[name=password]");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await arrived(page, at.lesson("en", 0));

  const activity = activityOf(lessonAt(0).activities[0] ?? "");
  await answer(page, { itemId: activity.id, kind: activity.kind, key: activity.key });
  await tabTo(page, `#${activity.id} button[type=submit]`);
  await page.keyboard.press("Enter");
  await page.locator(`#${activity.id} .review-summary`).waitFor();
  expect(await page.locator(`#${activity.id} .review-verdict`).textContent()).toBe(en("activity.full"));
  if (javaScript) {
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.className), { message: "the result takes the focus" })
      .toContain("review-summary");
  }

  await goto(at.quiz("en"));
  await tabTo(page, "main form button[type=submit]");
  await page.keyboard.press("Space");
  await page.waitForURL(`**${at.quiz("en")}/*`);
  const items: DrawnItem[] = itemsOf(site, page.url().split("/").pop() ?? "");
  for (const item of items) await answer(page, item);
  await tabTo(page, "button[value=submit]");
  await page.keyboard.press("Enter");
  await page.locator(".review-summary").first().waitFor();
  expect(await page.locator("h1").textContent()).toBe(en("quiz.passedTitle", { percent: 100 }));
});

test.each(WAYS)("the first stop leads past the header, and every stop can be seen, $way", async ({ javaScript }) => {
  const { page, goto } = await visit(browser, site, { javaScript });
  await goto(at.course("en"));
  await page.keyboard.press("Tab");
  const skip = page.locator(":focus");
  expect(await skip.textContent()).toBe(en("site.skip"));
  expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.querySelector("main")?.contains(document.activeElement))).toBe(true);

  await goto(at.course("en"));
  const stops = new Set<string>();
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { top, bottom } = element.getBoundingClientRect();
      const all = [...document.querySelectorAll("*")];
      return {
        name: element.outerHTML.slice(0, 80),
        index: all.indexOf(element),
        outlined: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
        visible: bottom > 0 && top < window.innerHeight,
        body: element === document.body,
      };
    });
    if (stop.body || stops.has(String(stop.index))) break;
    stops.add(String(stop.index));
    expect(stop, stop.name).toMatchObject({ outlined: true, visible: true });
  }
  expect(stops.size).toBeGreaterThan(10);
});
