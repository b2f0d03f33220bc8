import { expect, test } from "vitest";
import { arrived, openBrowser, visit, WAYS } from "./browser.ts";
import { at, lessonAt } from "./course.ts";
import { eventually, startSite } from "./harness.ts";
import { addPerson, type Person } from "./people.ts";
import { wordsIn } from "./words.ts";

const site = await startSite();
const browser = await openBrowser();
const [en, be] = [await wordsIn("en"), await wordsIn("be")];

function placeOf(person: Person, index: number) {
  const [place] = site.rows<{ anchor: string }>(
    "select anchor from lesson_places where account_id = ? and lesson_id = ?",
    person.id,
    lessonAt(index).id,
  );
  return place?.anchor;
}

test("“continue” opens the very screen of the lesson that was being read, in any language", async () => {
  const person = await addPerson(site, "reader@example.org");
  const visitor = await visit(browser, site, { person });
  const { page } = visitor;
  await visitor.goto(at.lesson("en", 1));
  await page.locator("#s4").evaluate((heading) => heading.scrollIntoView({ block: "start", behavior: "instant" }));
  await eventually("the place is kept", () => placeOf(person, 1) === "s4");

  await page.getByRole("link", { name: en("site.dashboard") }).click();
  await arrived(page, "/en/dashboard");
  await page.getByRole("link", { name: en("course.continue") }).click();
  await arrived(page, at.lesson("en", 1));
  expect(new URL(page.url()).hash).toBe("#s4");
  await expect.poll(() => topOf("#s4")).toBeLessThan(200);
  expect(await topOf("#s4")).toBeGreaterThanOrEqual(-5);

  await visitor.goto("/be/dashboard");
  await page.getByRole("link", { name: be("course.continue") }).click();
  await arrived(page, at.lesson("be", 1));
  expect(new URL(page.url()).hash).toBe("#s4");
  await expect.poll(() => topOf("#s4")).toBeLessThan(200);

  function topOf(selector: string) {
    return page.locator(selector).evaluate((heading) => heading.getBoundingClientRect().top);
  }
});

test("“continue” opens the lesson and the question answered last, without JavaScript", async () => {
  const person = await addPerson(site, "plain-reader@example.org");
  const visitor = await visit(browser, site, { javaScript: false, person });
  const { page } = visitor;
  await visitor.goto(at.lesson("en", 1));
  const id = lessonAt(1).activities[1] ?? "";
  await page.locator(`#${id} input[type=radio]`).first().check();
  await page
    .locator(`#${id}`)
    .getByRole("button", { name: en("activity.check") })
    .click();
  await page.locator(`#${id} .review-summary`).waitFor();
  await eventually("the place is kept", () => placeOf(person, 1) === id);

  await page.getByRole("link", { name: en("site.dashboard") }).click();
  await arrived(page, "/en/dashboard");
  await page.getByRole("link", { name: en("course.continue") }).click();
  await arrived(page, at.lesson("en", 1));
  expect(new URL(page.url()).hash).toBe(`#${id}`);
});

test.each(WAYS)(
  "finishing a lesson in its fourth screen opens the next lesson at its beginning, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `next-${javaScript}@example.org`);
    const visitor = await visit(browser, site, { javaScript, person });
    const { page } = visitor;
    await visitor.goto(`${at.lesson("en", 0)}#s4`);
    await page.getByRole("button", { name: en("lesson.complete") }).click();
    await arrived(page, at.lesson("en", 1));
    // A browser carries the fragment of a page through a redirect that names none.
    expect(new URL(page.url()).hash).not.toBe("#s4");
  },
);

test("an attempt that was left is what “continue” leads to, with every answer in it", async () => {
  const person = await addPerson(site, "leaver@example.org");
  const visitor = await visit(browser, site, { person });
  const { page } = visitor;
  await visitor.goto(at.quiz("en"));
  await page.getByRole("button", { name: en("quiz.start") }).click();
  await page.waitForURL(`**${at.quiz("en")}/*`);
  const input = page.locator(".activity input:not([type=hidden])").first();
  await input.check();
  await page.locator(".save-state-saved").waitFor();
  const value = await input.getAttribute("value");

  await visitor.goto("/en/dashboard");
  await page.getByRole("link", { name: en("course.continue") }).click();
  await arrived(page, at.quiz("en"));
  await page.getByRole("link", { name: en("quiz.continue") }).click();
  await page.waitForURL(`**${at.quiz("en")}/*`);
  await expect.poll(() => page.locator(".activity input:checked").getAttribute("value")).toBe(value);
});
