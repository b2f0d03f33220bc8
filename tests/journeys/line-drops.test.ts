/** What the page says about an answer is true at every moment, however the line behaves. */
import { expect, test } from "vitest";
import { openBrowser, visit } from "./browser.ts";
import { at, lessonAt } from "./course.ts";
import { eventually, startSite } from "./harness.ts";
import { addPerson } from "./people.ts";
import { wordsIn } from "./words.ts";

const site = await startSite();
const browser = await openBrowser();
const en = await wordsIn("en");

interface StoredAnswer {
  item_id: string;
  response: string;
}

async function attemptOf(email: string) {
  const person = await addPerson(site, email);
  const visitor = await visit(browser, site, { person });
  const { page } = visitor;
  await visitor.goto(at.quiz("en"));
  await page.getByRole("button", { name: en("quiz.start") }).click();
  await page.waitForURL(`**${at.quiz("en")}/*`);
  const question = page.locator(".activity:has(input[type=radio])").first();
  const options = question.locator("input[type=radio]");
  return {
    visitor,
    page,
    question,
    options,
    values: await options.evaluateAll((inputs) => inputs.map((input) => input.getAttribute("value"))),
    state: question.locator(".save-state"),
    stored: () =>
      site.rows<StoredAnswer>(
        "select item_id, response from attempt_answers where attempt_id = ?",
        page.url().split("/").pop(),
      ),
  };
}

test("when the line drops the page says “not saved”, and when it returns the newest answer is saved once", async () => {
  const { visitor, question, options, values, state, stored } = await attemptOf("dropped@example.org");
  await visitor.withoutLine(async () => {
    await visitor.context.setOffline(true);
    await options.nth(0).check();
    await expect.poll(() => state.textContent()).toBe(en("quiz.retryNote"));
    await options.nth(1).check();
    await options.nth(2).check();
    await expect.poll(() => state.textContent()).toBe(en("quiz.retryNote"));
    expect(stored()).toEqual([]);

    await visitor.context.setOffline(false);
    await expect.poll(() => state.textContent(), { timeout: 15_000 }).toBe(en("activity.saved"));
  });
  const id = await question.getAttribute("id");
  expect(stored()).toEqual([{ item_id: id, response: JSON.stringify(values[2]) }]);
});

test("an answer whose acknowledgement is lost on the way is sent again and kept once", async () => {
  const { visitor, page, options, values, state, stored } = await attemptOf("unheard@example.org");
  let lost = 0;
  await page.route("**/autosave/attempts", async (route) => {
    lost += 1;
    if (lost > 2) return route.continue();
    await route.fetch();
    return route.abort("connectionreset");
  });
  await visitor.withoutLine(async () => {
    await options.nth(1).check();
    await expect.poll(() => state.textContent()).toBe(en("quiz.retryNote"));
    await expect.poll(() => state.textContent(), { timeout: 15_000 }).toBe(en("activity.saved"));
  });
  expect(lost).toBe(3);
  expect(stored().map(({ response }) => response)).toEqual([JSON.stringify(values[1])]);
});

test("while the server cannot write, the page says so and goes on trying", async () => {
  const { visitor, page, options, state, stored } = await attemptOf("busy@example.org");
  let refused = 0;
  await page.route("**/autosave/attempts", (route) => {
    refused += 1;
    return refused > 2 ? route.continue() : route.fulfill({ status: 503, json: { problem: "store-unavailable" } });
  });
  await visitor.withoutLine(async () => {
    await options.nth(0).check();
    await expect.poll(() => state.textContent()).toBe(en("quiz.retryNote"));
    await expect.poll(() => state.textContent(), { timeout: 15_000 }).toBe(en("activity.saved"));
  });
  expect(stored()).toHaveLength(1);
});

test("older answers that arrive late never overwrite the newest one", async () => {
  const { page, options, values, state, stored } = await attemptOf("late@example.org");
  const held: (() => Promise<void>)[] = [];
  let count = 0;
  await page.route("**/autosave/attempts", async (route) => {
    count += 1;
    if (count > 1) return route.continue();
    const late = route.request().postDataJSON() as unknown;
    held.push(async () => {
      await page.request.post("/autosave/attempts", { data: late, headers: { Origin: site.origin } });
    });
    return route.fulfill({ status: 200, json: { saved: true } });
  });
  await options.nth(0).check();
  await expect.poll(() => state.textContent()).toBe(en("activity.saved"));
  await options.nth(1).check();
  await eventually("the second answer is kept", () => stored().length === 1);
  await held[0]?.();
  expect(stored().map(({ response }) => response)).toEqual([JSON.stringify(values[1])]);
});

test("leaving with an answer that is not saved yet asks first", async () => {
  const { visitor, page, options, state } = await attemptOf("hasty@example.org");
  await visitor.withoutLine(async () => {
    await visitor.context.setOffline(true);
    await options.nth(0).check();
    await expect.poll(() => state.textContent()).toBe(en("quiz.retryNote"));
    const asked = await visitor.asked(() => page.close({ runBeforeUnload: true }));
    expect(asked).toBe("beforeunload");
  });
});

test("handing in while an answer is on its way asks nothing and counts the answer", async () => {
  const { page, question, options, values, stored } = await attemptOf("quick@example.org");
  await page.route("**/autosave/attempts", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.continue().catch(() => undefined);
  });
  await options.nth(0).check();
  await page.getByRole("button", { name: en("quiz.save") }).click();
  await page.getByText(en("quiz.savedAll")).waitFor();
  const id = await question.getAttribute("id");
  expect(stored().find(({ item_id }) => item_id === id)?.response).toBe(JSON.stringify(values[0]));
  await expect.poll(() => page.locator(`#${id} input:checked`).getAttribute("value")).toBe(values[0]);
});

test("an answer inside a lesson is kept on the page until the line is back, and counts once", async () => {
  const person = await addPerson(site, "lesson@example.org");
  const visitor = await visit(browser, site, { person });
  await visitor.goto(at.lesson("en", 0));
  const frame = visitor.page.locator(`#${lessonAt(0).activities[0]}`);
  await frame.locator("input[type=radio]").first().check();
  await visitor.withoutLine(async () => {
    await visitor.context.setOffline(true);
    await frame.getByRole("button", { name: en("activity.check") }).click();
    await expect.poll(() => frame.locator(".save-state").textContent()).toBe(en("activity.unsaved"));
    await frame.getByRole("button", { name: en("activity.check") }).click();
    await visitor.context.setOffline(false);
    await frame.locator(".review-summary").waitFor();
  });
  expect(site.rows("select id from activity_answers where account_id = ?", person.id)).toHaveLength(1);
});
