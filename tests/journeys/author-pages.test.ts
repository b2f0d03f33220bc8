/** An author looks after a course: what needs work, a lesson beside its checks, and what rests on a source. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LANGUAGES } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { authorMessages } from "#app/locales/author/author-messages.server.ts";
import { arrived, openBrowser, visit, WAYS } from "./browser.ts";
import { course, lessonAt, module, sourceIds } from "./course.ts";
import { senderFor } from "./forms.ts";
import { BUILD, startSite } from "./harness.ts";
import { addPerson } from "./people.ts";
import { wordsIn } from "./words.ts";

const site = await startSite();
const browser = await openBrowser();
const en = await wordsIn("en");
const author = await addPerson(site, "author@example.org", { roles: ["author"] });
const learner = await addPerson(site, "learner@example.org");
const SOURCE = "icrmw-1990";

test.each(WAYS)(
  "an author finds a lesson's checks, and everything that rests on one article of a source, $way",
  async ({ javaScript }) => {
    const visitor = await visit(browser, site, { javaScript, person: author });
    const { page } = visitor;
    await visitor.goto("/en");
    await page.getByRole("link", { name: en("site.author"), exact: true }).click();
    await arrived(page, paths.author("en"));
    const inner = page.locator(".author-nav");

    await page.getByRole("link", { name: lessonAt(0).title.en, exact: true }).click();
    await arrived(page, paths.authorPage("en", course.id, `${module.id}/${lessonAt(0).id}`));
    for (const language of LANGUAGES) await page.locator(`#in-${language}`).waitFor();
    await page
      .getByText(`${module.id}/${lessonAt(0).id}/be.mdx`)
      .first()
      .waitFor();

    await inner.getByRole("link").nth(1).click();
    await arrived(page, paths.authorSources("en"));
    expect(await page.locator("tbody tr").count()).toBe(sourceIds.length);
    await page.fill("[name=text]", SOURCE);
    await page.click("main form button[type=submit]");
    await page.waitForURL(/text=/);
    expect(await page.locator("tbody tr").count()).toBe(1);
    await page.locator("tbody tr th a").first().click();
    await arrived(page, paths.authorSource("en", course.id, SOURCE));

    const places = page.locator(".place-list > li");
    const all = await places.count();
    await page.selectOption("[name=at]", "Art. 25");
    await page.click("main form button[type=submit]");
    await page.waitForURL(/at=/);
    const narrow = await places.count();
    expect(narrow).toBeGreaterThan(0);
    expect(narrow).toBeLessThan(all);

    // The other language keeps the place, and brings its own words.
    await page.getByRole("link", { name: "Беларуская", exact: true }).click();
    await page.waitForURL(/\/be\/author\/sources\/.*at=/);
    expect(await places.count()).toBe(narrow);
    await page.locator(".author-nav").getByRole("link").nth(2).click();
    await arrived(page, paths.authorDue("be"));
    expect(await page.locator(".record > div").count()).toBe(13);
    expect(await page.title()).toContain((await page.textContent("h1")) ?? "no heading");
  },
);

test("a learner sees no way to the author pages, and is refused there", async () => {
  const visitor = await visit(browser, site, { person: learner });
  await visitor.goto("/en/dashboard");
  expect(await visitor.page.locator("a[href*='/author']").count()).toBe(0);
  await visitor.provoking(403, () => visitor.goto(paths.author("en")));
  await visitor.provoking(403, () => visitor.goto(paths.authorSource("en", course.id, SOURCE)));
});

test("no file that a browser gets holds words of the author pages, and no learner's page does", async () => {
  const assets = join(BUILD, "client/assets");
  const scripts = readdirSync(assets).filter((file) => file.endsWith(".js"));
  const { text } = await senderFor(site, learner).get(paths.lesson("ru", course.id, module.id, lessonAt(0).id));
  for (const language of LANGUAGES) {
    // Not the whole sentence: the formatter's form breaks it at its values.
    const words = authorSentence(language);
    expect(scripts.filter((file) => readFileSync(join(assets, file), "utf8").includes(words))).toEqual([]);
    expect(text).not.toContain(words);
    const page = await senderFor(site, author).get(paths.author(language));
    expect(page.text).toContain(words);
  }
});

function authorSentence(language: (typeof LANGUAGES)[number]): string {
  const lead: unknown = authorMessages(language).status.lead;
  if (typeof lead !== "string") throw new Error("The sentence takes values now; choose another.");
  return lead;
}
