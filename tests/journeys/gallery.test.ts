/** Authors see each tag beside its Markdown and may try the activities; learners never meet the gallery. */
import { expect, test } from "vitest";
import { gallerySamples } from "#app/compiler/gallery-samples.ts";
import { readContent } from "#app/compiler/read-content.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { openBrowser, visit, WAYS } from "./browser.ts";
import { senderFor } from "./forms.ts";
import { startSite } from "./harness.ts";
import { addPerson } from "./people.ts";

const site = await startSite();
const browser = await openBrowser();
const author = await addPerson(site, "author@example.org", { roles: ["author"] });
const { gallery } = readContent("content");
if (!gallery) throw new Error("content/ holds no gallery that compiles");

const answers = () => site.rows<{ count: number }>("SELECT count(*) AS count FROM activity_answers")[0]?.count;

test.each(WAYS)(
  "an author tries an activity of the gallery $way, reads its reasons, and nothing is kept",
  async ({ javaScript }) => {
    const { page, goto } = await visit(browser, site, { javaScript, person: author });
    await goto(paths.authorGallery("en"));
    const activity = page.locator("#gallery-single");
    await activity.getByRole("button").click();
    await expect.poll(() => activity.locator(".field-problem").isVisible()).toBe(true);
    await activity.getByLabel("No, because he is still at home.").check();
    await activity.getByRole("button").click();
    await expect.poll(() => activity.locator(".review-verdict").isVisible()).toBe(true);
    expect(await activity.textContent()).toContain("The place where he is today does not decide.");
    expect(await page.locator("#gallery-multiple .review-verdict").count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth).catch(() => true)).toBe(true);
    await activity.locator("a.button-quiet").click();
    await expect.poll(() => activity.locator(".review-verdict").count()).toBe(0);
    await goto(paths.authorGallery("en"));
    expect(await page.locator(".review-verdict").count()).toBe(0);
    expect(answers()).toBe(0);
  },
);

test.each(WAYS)("a number that cannot be read is asked again $way, and stands in its field", async ({ javaScript }) => {
  const { page, goto } = await visit(browser, site, { javaScript, person: author });
  await goto(paths.authorGallery("ru"));
  const activity = page.locator("#gallery-number");
  const field = activity.getByRole("textbox");
  await field.fill("1.250,50,1");
  await activity.getByRole("button").click();
  await expect.poll(() => activity.locator(".field-problem").isVisible()).toBe(true);
  expect(await field.inputValue()).toBe("1.250,50,1");
  await field.fill("1 250,5");
  await activity.getByRole("button").click();
  await expect.poll(() => activity.locator(".review-verdict").isVisible()).toBe(true);
  expect(await activity.locator(".typed.option-right").count()).toBe(1);
  expect(answers()).toBe(0);
});

test.each(WAYS)("words, places and faults are tried $way, each with its reasons", async ({ javaScript }) => {
  const { page, goto } = await visit(browser, site, { javaScript, person: author });
  await goto(paths.authorGallery("en"));
  const check = async (id: string) => {
    const activity = page.locator(`#${id}`);
    await activity.locator("button[type=submit]").click();
    await expect.poll(() => activity.locator(".review-verdict").isVisible()).toBe(true);
    return (await activity.textContent()) ?? "";
  };
  await page.locator("#gallery-short").getByRole("textbox").fill("Passport.");
  expect(await check("gallery-short")).toContain("A passport says who he is, not what he may do.");
  await page.locator("#gallery-spot .spot-phrase").first().click();
  expect(await check("gallery-spot")).toContain("Honest adverts say so, too.");
  await page.locator("#gallery-matrix").getByLabel("Promised", { exact: true }).first().check();
  expect(await check("gallery-matrix")).toContain("The contract names the place.");
  await page.locator("#gallery-sort").getByLabel("In the permit").first().check();
  expect(await check("gallery-sort")).toContain("The permit names the last day.");
  const order = page.locator("#gallery-order");
  if (javaScript) await order.locator(".order-buttons button:not(:disabled)").first().click();
  else await order.locator("select").first().selectOption("1");
  expect(await check("gallery-order")).toContain("Nobody trusts a voice without a name.");
  expect(answers()).toBe(0);
});

test.each(WAYS)("notes are tried $way, and kept nowhere", async ({ javaScript }) => {
  const { page, goto } = await visit(browser, site, { javaScript, person: author });
  await goto(paths.authorGallery("en"));
  expect(await page.locator(".recall").textContent()).toContain("gallery-reflect");
  await page.locator("#gallery-reflect textarea").fill("A form of ours.");
  await page.locator("#gallery-reflect button").click();
  await expect.poll(() => page.locator("#gallery-reflect .note-written").count()).toBe(1);
  expect(await page.locator("#gallery-reflect textarea").inputValue()).toBe("A form of ours.");
  await page.locator("#gallery-case-file textarea").first().fill("The room.");
  await page.locator("#gallery-case-file button").click();
  await expect.poll(() => page.locator("#gallery-case-file .case-model").count()).toBe(1);
  expect(await page.locator(".note-foot").count()).toBe(0);
  expect(site.rows("SELECT id FROM notes")).toEqual([]);
});

test.each(LANGUAGES)("every sample stands beside its Markdown, in %s", async (language) => {
  const { page, goto } = await visit(browser, site, { person: author });
  await goto(paths.authorGallery(language));
  const written = await page.locator(".gallery-sample pre").allTextContents();
  expect(written).toEqual(gallerySamples(gallery, language).map(({ text }) => text));
  const shown = await page.locator(".gallery-shown").allTextContents();
  for (const text of shown) expect(text.length).toBeGreaterThan(20);
  const ids = await page.locator("[id]").evaluateAll((elements) => elements.map(({ id }) => id));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test("the gallery is no course: learners find it on no page and under no address, and its answers are taken nowhere else", async () => {
  const learner = senderFor(site, await addPerson(site, "learner@example.org"));
  for (const path of [
    "/en/courses/gallery",
    "/en/courses/gallery/samples/single",
    "/en/courses/gallery/samples/quiz",
  ]) {
    expect((await learner.get(path)).status, path).toBe(404);
  }
  expect((await learner.get(paths.authorGallery("en"))).status).toBe(403);
  expect((await learner.get("/en")).text).not.toContain("gallery");
  const autosaved = await learner.postJson("/autosave/activities", {
    courseId: "gallery",
    moduleId: "samples",
    lessonId: "single",
    activityId: "gallery-single",
    answerId: crypto.randomUUID(),
    language: "en",
    fields: [["gallery-single.answer", "a"]],
  });
  expect(autosaved.status).toBeGreaterThanOrEqual(400);
  expect(answers()).toBe(0);
});
