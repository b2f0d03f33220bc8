import { expect, test } from "vitest";
import { paths } from "#app/domain/paths.ts";
import { arrived, openBrowser, visit, WAYS } from "./browser.ts";
import { at, course, lessonAt, module } from "./course.ts";
import { senderFor } from "./forms.ts";
import { startSite } from "./harness.ts";
import { addPerson } from "./people.ts";
import { authorWordsIn, wordsIn } from "./words.ts";

const site = await startSite();
const browser = await openBrowser();
const be = await wordsIn("be");
const en = await wordsIn("en");
const words = authorWordsIn("en");
const author = await addPerson(site, "author@example.org", { roles: ["author"] });
const lesson = lessonAt(0);
const reportPage = paths.report("be", course.id, module.id, lesson.id);

test.each(WAYS)(
  "a learner reports a passage, an author sees it at its place and answers it, $way",
  async ({ javaScript }) => {
    const learner = await addPerson(site, `anna-${javaScript}@example.org`, { name: "Ганна Кавалёва" });
    const reader = await visit(browser, site, { javaScript, person: learner, locale: "be" });
    const { page } = reader;
    await reader.goto(at.lesson("be", 0));
    const passage = (await page.locator(".prose > p").nth(1).textContent()) ?? "";
    await page.getByRole("link", { name: be("lesson.report") }).click();
    await arrived(page, reportPage);

    const send = page.getByRole("button", { name: be("report.submit") });
    const place = await page.locator("select[name=at] option", { hasText: passage.slice(0, 40) }).getAttribute("value");
    await page.selectOption("[name=at]", place);
    await page.fill("[name=text]", `Няправільны артыкул <b>&\n${javaScript}`);
    await reader.provoking(422, () => send.click());
    await page.locator("#kind-problem").waitFor();
    expect(await page.inputValue("[name=text]")).toBe(`Няправільны артыкул <b>&\n${javaScript}`);
    expect(await page.inputValue("[name=at]")).toBe(place);
    await page.selectOption("[name=kind]", "mistake");
    await send.click();
    await page.getByRole("heading", { name: be("report.sentTitle") }).waitFor();
    await page.reload();
    expect(site.rows("select id from content_reports where account_id = ?", learner.id)).toHaveLength(1);
    await page.getByRole("link", { name: be("report.backToPlace") }).click();
    await page.waitForURL(`**${at.lesson("be", 0)}#${place?.split(".")[0]}`);

    const desk = await visit(browser, site, { javaScript, person: author });
    await desk.goto(paths.authorReports("en"));
    const report = desk.page.locator("article.report", { hasText: `${javaScript}` });
    const text = await report.textContent();
    expect(text).toContain(`Няправільны артыкул <b>&\n${javaScript}`);
    expect(text).toContain(passage.slice(0, 40));
    expect(text).toContain(en("reportKinds.mistake"));
    expect(await desk.page.content()).not.toContain("Кавалёва");
    await report.getByRole("link", { name: words("reports.place") }).click();
    await desk.page.locator(".preview-reviewer").waitFor();
    expect(await desk.page.locator("#reported").textContent()).toContain(passage.slice(0, 40));
    await desk.page.goBack();

    await report.locator("summary").click();
    await report.locator("textarea").fill("Corrected in the next revision.");
    await report.getByRole("button", { name: words("reports.answer") }).click();
    await report.getByText("Corrected in the next revision.").waitFor();
    expect(await report.locator("form").count()).toBe(0);
    await desk.goto(`${paths.authorReports("en")}?state=answered`);
    await report.getByText("Corrected in the next revision.").waitFor();
    await desk.goto(`${paths.authorReports("en")}?state=open&lesson=${course.id}/${module.id}/${lesson.id}`);
    expect(await report.count()).toBe(0);
  },
);

test("a report that is sent twice counts once, and learners read no reports", async () => {
  const learner = await addPerson(site, "twice@example.org");
  const sender = senderFor(site, learner);
  const form: [string, string][] = [
    ["reportId", crypto.randomUUID()],
    ["at", "s1"],
    ["kind", "unclear"],
    ["text", "Which office?"],
  ];
  const sent = await Promise.all([sender.post(reportPage, form), sender.post(reportPage, form)]);
  expect(sent.map(({ status }) => status)).toEqual([303, 303]);
  expect(site.rows("select id from content_reports where account_id = ?", learner.id)).toHaveLength(1);
  expect((await sender.get(paths.authorReports("en"))).status).toBe(403);
  const answer: [string, string][] = [["reportId", form[0]?.[1] ?? ""]];
  expect((await sender.post(paths.authorReports("en"), answer)).status).toBe(403);
});
