import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { arrived, openBrowser, visit, WAYS } from "./browser.ts";
import { at, fieldsFor, lessonAt } from "./course.ts";
import { itemsOf } from "./forms.ts";
import { eventually, startSite } from "./harness.ts";
import { addPerson } from "./people.ts";
import { fillFields } from "./quiz-form.ts";
import { wordsIn } from "./words.ts";

const site = await startSite();
const browser = await openBrowser();
const en = await wordsIn("en");

test.each(WAYS)(
  "a switch of language in mid-quiz keeps the attempt, the answers and every order, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `switch-${javaScript}@example.org`);
    const visitor = await visit(browser, site, { javaScript, person });
    const { page } = visitor;
    await visitor.goto(at.quiz("en"));
    await page.getByRole("button", { name: en("quiz.start") }).click();
    await page.waitForURL(`**${at.quiz("en")}/*`);
    const id = page.url().split("/").pop() ?? "";
    const items = itemsOf(site, id);
    const order = await orderOf(page);
    expect(order.map(({ id }) => id)).toEqual(items.map(({ itemId }) => itemId));

    for (const item of items.slice(0, 3)) await fillFields(page, item, fieldsFor(item));
    const answers = await answersOn(page);
    expect(answers.length).toBeGreaterThan(2);
    await page.getByRole("button", { name: "Русский" }).click();
    await arrived(page, at.attempt("ru", id));
    expect(await page.getAttribute("html", "lang")).toBe("ru");
    expect(await orderOf(page)).toEqual(order);
    expect(await answersOn(page)).toEqual(answers);

    const [next, last] = items.slice(3, 5);
    if (next) await fillFields(page, next, fieldsFor(next));
    if (last) await fillFields(page, last, fieldsFor(last, { right: false }));
    const more = await answersOn(page);
    await page.getByRole("button", { name: "Беларуская" }).click();
    await arrived(page, at.attempt("be", id));
    expect(await page.getAttribute("html", "lang")).toBe("be");
    expect(await orderOf(page)).toEqual(order);
    expect(await answersOn(page)).toEqual(more);

    await page.getByRole("button", { name: "English" }).click();
    await arrived(page, at.attempt("en", id));
    expect(await answersOn(page)).toEqual(more);
    expect(site.rows("select id from attempts where account_id = ?", person.id)).toEqual([{ id }]);
  },
);

test.each(WAYS)(
  "an answer given in one language is shown with its reasons in the other, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `lesson-${javaScript}@example.org`);
    const visitor = await visit(browser, site, { javaScript, person });
    const { page } = visitor;
    await visitor.goto(at.lesson("en", 0));
    const frame = page.locator(`#${lessonAt(0).activities[0]}`);
    await frame.locator("input[type=radio]").first().check();
    const chosen = await frame.locator("input:checked").getAttribute("value");
    const order = await frame.locator("input[type=radio]").evaluateAll(valuesOf);
    await frame.getByRole("button", { name: en("activity.check") }).click();
    await frame.locator(".review-summary").waitFor();

    await page.getByRole("link", { name: "Беларуская" }).click();
    await arrived(page, at.lesson("be", 0));
    await frame.locator(".review-summary").waitFor();
    expect(await frame.locator("input:checked").getAttribute("value")).toBe(chosen);
    expect(await frame.locator("input[type=radio]").evaluateAll(valuesOf)).toEqual(order);
    expect(await frame.locator(".reason").count()).toBeGreaterThan(0);
  },
);

test("the language switch in a lesson keeps the screen that is being read", async () => {
  const person = await addPerson(site, "reader@example.org");
  const visitor = await visit(browser, site, { person });
  const { page } = visitor;
  await visitor.goto(at.lesson("en", 1));
  await page.locator("#s4").evaluate((heading) => heading.scrollIntoView({ block: "start" }));
  await eventually("the place is kept", () => {
    const [place] = site.rows<{ anchor: string }>("select anchor from lesson_places where account_id = ?", person.id);
    return place?.anchor === "s4";
  });
  await page.getByRole("link", { name: "Русский" }).click();
  await arrived(page, at.lesson("ru", 1));
  await expect
    .poll(() => page.locator("#s4").evaluate((heading) => Math.abs(heading.getBoundingClientRect().top)))
    .toBeLessThan(200);
});

test.each(["/en/courses/labour-migration", "/en/verify?code=2026", "/en/account/sign-in?next=%2Fen%2Fdashboard"])(
  "the language switch stays on the page and keeps its query: %s",
  async (path) => {
    const visitor = await visit(browser, site);
    await visitor.goto(path);
    await visitor.page.getByRole("link", { name: "Русский" }).click();
    await visitor.page.waitForURL(`**${path.replace("/en/", "/ru/").replace("%2Fen", "%2F{en,ru}")}`);
    expect(await visitor.page.getAttribute("html", "lang")).toBe("ru");
  },
);

function valuesOf(inputs: Element[]): string[] {
  return inputs.map((input) => input.getAttribute("value") ?? "");
}

/** The questions in the order of the page, each with its parts in theirs. */
function orderOf(page: Page) {
  return page.locator(".activity").evaluateAll((activities) =>
    activities.map((activity) => ({
      id: activity.id,
      parts: [...activity.querySelectorAll("input:not([type=hidden]), select:first-of-type option")].map((part) =>
        part.getAttribute("value"),
      ),
    })),
  );
}

/** Everything that is answered on the page, as a form would send it. */
function answersOn(page: Page) {
  return page
    .locator("#attempt")
    .evaluate((form) =>
      [...new FormData(form as HTMLFormElement).entries()].filter(
        ([name, value]) => name.includes(".answer") && value !== "",
      ),
    );
}
