import { expect, test } from "vitest";
import { LANGUAGES } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { openBrowser, visit, WAYS } from "./browser.ts";
import { activityOf, course, fieldsFor, lessonAt, module, textsIn } from "./course.ts";
import { senderFor } from "./forms.ts";
import { startSite } from "./harness.ts";
import { addPerson } from "./people.ts";
import { fillFields } from "./quiz-form.ts";
import { wordsIn } from "./words.ts";

const site = await startSite();
const browser = await openBrowser();
const author = await addPerson(site, "author@example.org", { roles: ["author"] });
const lesson = lessonAt(0);
const folder = `${module.id}/${lesson.id}`;
const preview = (query: string, of = folder) => `${paths.authorPreview("en", course.id, of)}?${query}`;
const question = activityOf(lesson.activities[0] ?? "");

function everything() {
  return site
    .rows<{ name: string }>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .map(({ name }) => ({ name, rows: site.rows(`select * from "${name}" order by 1`) }));
}

test.each(WAYS)(
  "an author reads a lesson beside its English, section by section, and no id stands twice, $way",
  async ({ javaScript }) => {
    const { page, goto } = await visit(browser, site, { javaScript, person: author });
    await page.setViewportSize({ width: 1280, height: 900 });
    for (const of of [folder, `${module.id}/quiz`, "welcome"]) {
      await goto(preview("as=reviewer&in=ru&beside=en", of));
      const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
    await goto(preview("as=learner&in=ru&beside=en"));
    const tops = await page
      .locator(".prose h2")
      .evaluateAll((all) =>
        all.map((heading) => ({ id: heading.id, top: Math.round(heading.getBoundingClientRect().top) })),
      );
    for (let number = 1; number <= lesson.sections; number += 1) {
      const top = (id: string) => tops.find((one) => one.id === id)?.top;
      expect(top(`s${number}`), `s${number}`).toBe(top(`en-s${number}`));
    }
    // The words around the text are those that a learner of that language reads.
    const ru = await wordsIn("ru");
    expect(await page.locator("#sources").textContent()).toBe(ru("lesson.sources"));
    await page.setViewportSize({ width: 360, height: 740 });
    const [left, right] = [page.locator("#s1"), page.locator("#en-s1")];
    expect((await right.boundingBox())?.y ?? 0).toBeGreaterThan((await left.boundingBox())?.y ?? 0);
  },
);

test.each(WAYS)(
  "an author answers a question of a preview and sees its reasons, and nothing of it is kept, $way",
  async ({ javaScript }) => {
    const before = everything();
    const { page, goto } = await visit(browser, site, { javaScript, person: author });
    await goto(preview("as=learner&in=be"));
    const [reason = ""] = textsIn(Object.values(question.feedback.be.parts)[0] ?? []);
    expect(await page.content()).not.toContain(reason);
    await fillFields(page, question, fieldsFor({ itemId: question.id, key: question.key }));
    await page.locator(`#${question.id} button[type=submit]`).click();
    await page.locator(`#${question.id} .review-summary`).waitFor();
    expect(await page.locator(`#${question.id}`).textContent()).toContain(reason);
    expect(everything()).toEqual(before);
  },
);

test("only the reviewer's preview tells keys and sources, and only to authors", async () => {
  const sender = senderFor(site, author);
  for (const language of LANGUAGES) {
    const reasons = Object.values(question.feedback[language].parts).flatMap((nodes) => textsIn(nodes).slice(0, 1));
    const told = async (as: string) => {
      const { text } = await sender.get(preview(`as=${as}&in=${language}`));
      return reasons.filter((reason) => text.includes(reason.replaceAll("'", "&#x27;").slice(0, 30))).length;
    };
    expect([await told("learner"), await told("print"), await told("reviewer")]).toEqual([0, 0, reasons.length]);
  }
  const learner = senderFor(site, await addPerson(site, "curious@example.org"));
  for (const query of ["as=reviewer", "as=reviewer&_data=screens%2Fauthor%2Fpreview"]) {
    const refused = await learner.get(preview(query));
    expect(refused.status).toBe(403);
    expect(refused.text).not.toContain(question.id);
  }
});

test("a reviewer finds the title, the place, the address and the day of review of the source at its claim", async () => {
  const { page, goto } = await visit(browser, site, { person: author });
  await goto(preview("as=reviewer&in=en"));
  const source = page.locator(".prose p + .claim-sources li").first();
  expect(await source.textContent()).toMatch(
    /^\[1\] .+, Art\. .+\. .+ Checked on .+\s20\d\d; review .+\s20\d\d\. https:\/\//,
  );
});

test("the preview of print shows what paper gets", async () => {
  const { page, goto } = await visit(browser, site, { person: author });
  await page.emulateMedia({ colorScheme: "dark" });
  await goto(preview("as=print&in=be"));
  await expect.poll(() => page.locator(".site-header").isVisible()).toBe(false);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
  expect(await page.locator(".preview-bar").first().isVisible()).toBe(true);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".preview-bar:visible, .author-nav:visible").count()).toBe(0);
});
