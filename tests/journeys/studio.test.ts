/** An author who writes in the studio: the real program, started as `npm run author` starts it, over a copy of a course. */
import { type ChildProcess, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { LANGUAGES } from "#app/domain/language.ts";
import { STUDIO_WORDS } from "#app/studio/browser/words/studio-words.ts";
import { listenTo, openBrowser } from "./browser.ts";
import { BUILD, eventually } from "./harness.ts";
import { pageFaults } from "./page-faults.ts";

const COURSE = "border-basics";
const LESSON = `${COURSE}/first-steps/who-counts`;
const NAME = `${LESSON}/en.mdx`;
const words = STUDIO_WORDS.en;

const root = mkdtempSync(path.join(realpathSync(tmpdir()), "waymark-studio-"));
cpSync("tests/fixtures/courses/healthy", root, { recursive: true });
const studio = spawn(process.execPath, ["--import", "tsx", "app/cli/author.ts", "--root", root], {
  env: { ...process.env, NODE_ENV: "test", PORT: "0" },
});
afterAll(async () => {
  await ended(studio);
  rmSync(root, { recursive: true });
});
const address = await printedAddress(studio);
const browser = await openBrowser();

async function printedAddress(child: ChildProcess): Promise<string> {
  let said = "";
  child.stdout?.on("data", (chunk) => (said += chunk));
  child.stderr?.on("data", (chunk) => (said += chunk));
  const found = () => /http:\S+token=\S+/.exec(said)?.[0];
  for (let waited = 0; waited < 120 && !found(); waited += 1) await new Promise((resolve) => setTimeout(resolve, 500));
  const printed = found();
  if (!printed) throw new Error(`The studio printed no address. It said:\n${said}`);
  return printed;
}

function ended(child: ChildProcess): Promise<unknown> {
  const end = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  return end;
}

/** An author who has opened the printed address. Nothing may be left unsaved at the end of a test, unless it says so. */
async function author(file?: string, { locale = "en-GB", leaves = 0 } = {}): Promise<Page> {
  const context = await browser.newContext({ locale, reducedMotion: "reduce", viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(15_000);
  const complaints = listenTo(context);
  const page = await context.newPage();
  onTestFinished(async () => {
    const left = complaints.map(({ text }) => text);
    await context.close();
    expect(left, "the browser complained").toHaveLength(leaves);
  });
  await page.goto(address);
  await page.waitForSelector("table");
  if (file) {
    await page.goto(new URL(`/#/${file}`, address).href);
    await page.waitForSelector(".cm-content");
  }
  return page;
}

function onDisk(name = NAME): string {
  return readFileSync(path.join(root, name), "utf8");
}

/** Puts the cursor at the end of the text and types. */
async function typeAtEnd(page: Page, text: string): Promise<void> {
  await page.locator(".workbench-text .cm-content").focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(text);
}

async function saveState(page: Page, state: string): Promise<void> {
  await expect.poll(() => page.locator(".saving .save-state").textContent()).toBe(state);
}

const inPreview = (page: Page) => page.frameLocator(".preview-pane iframe").locator("main");

test("an author makes a mistake, is told, mends it, sees the lesson, and saves", async () => {
  const page = await author();
  await page.getByRole("link", { name: NAME }).click();
  await expect.poll(() => inPreview(page).locator("h1").textContent()).toBe("Who counts");
  const picture = inPreview(page).locator("img");
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  expect(await page.locator(".finding").count()).toBe(0);
  await saveState(page, words.saved);

  await typeAtEnd(page, '\nThe office is open.<Cite id="treaty-1991" at="Art. 2(1)" />');
  await saveState(page, words.unsaved);
  const finding = page.locator(".finding").first();
  await expect.poll(() => finding.locator("code").first().textContent()).toMatch(/en\.mdx:\d+:\d+$/);
  expect(await finding.textContent()).toContain("treaty-1991");
  await page.locator(".cm-lint-marker-error").waitFor();
  await expect.poll(() => page.locator(".preview-note").textContent()).toBe(words.previewOld);
  expect(await inPreview(page).textContent()).not.toContain("The office is open.");

  await finding.getByRole("button").click();
  await page.keyboard.press("End");
  for (let n = 0; n < '1" at="Art. 2(1)" />'.length; n += 1) await page.keyboard.press("Backspace");
  await page.keyboard.insertText('0" at="Art. 2(1)" />');
  await expect.poll(() => inPreview(page).textContent()).toContain("The office is open.");
  await expect.poll(() => page.locator(".cm-lint-marker-error").count()).toBe(0);
  expect(await page.locator(".preview-note").count()).toBe(0);

  expect(onDisk()).not.toContain("The office is open.");
  await page.keyboard.press("Control+s");
  await saveState(page, words.saved);
  expect(onDisk()).toContain('The office is open.<Cite id="treaty-1990" at="Art. 2(1)" />');
});

test("the vocabulary completes itself: tag, source and place, with the keyboard alone", async () => {
  const page = await author(NAME, { leaves: 1 });
  await typeAtEnd(page, "\nThe line is old.");
  await page.keyboard.type("<Ci");
  const first = page.locator(".cm-tooltip-autocomplete li[aria-selected]");
  await expect.poll(() => first.textContent()).toContain("<Cite>");
  await page.waitForTimeout(150);
  await page.keyboard.press("Enter");
  await page.keyboard.type("treaty");
  await expect.poll(() => first.textContent()).toContain("treaty-1990");
  await page.waitForTimeout(150);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+Space");
  await expect.poll(() => first.textContent()).toContain("Art. 1");
  await page.waitForTimeout(150);
  await page.keyboard.press("Enter");
  await expect.poll(() => inPreview(page).textContent()).toContain("The line is old.");
  expect(await page.locator(".workbench-text .cm-content").textContent()).toContain(
    'The line is old.<Cite id="treaty-1990" at="Art. 1" />',
  );
  // Leaving with something unsaved: the browser asks, and that is the one complaint.
  await page.close({ runBeforeUnload: true });
  await eventually("the page is gone", () => page.isClosed());
});

test("nobody is trapped in the text: Escape and Tab lead on, Shift+Tab leads back", async () => {
  const page = await author(NAME);
  const inText = () => page.evaluate(() => document.activeElement?.classList.contains("cm-content") ?? false);
  for (let pressed = 0; pressed < 40 && !(await inText()); pressed += 1) await page.keyboard.press("Tab");
  expect(await inText()).toBe(true);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  expect(await inText()).toBe(false);
  await page.keyboard.press("Shift+Tab");
  expect(await inText()).toBe(true);
  await page.keyboard.press("Shift+Tab");
  expect(await inText()).toBe(false);
  await saveState(page, words.saved);
});

test("a translator has the source text beside, and what is unsaved there counts", async () => {
  const page = await author(NAME, { leaves: 1 });
  const translation = page.getByRole("link", { name: /Русский/ });
  await typeAtEnd(page, '\nThe office has 77 chairs.<Cite id="treaty-1990" at="Art. 2(1)" />\n');
  await expect.poll(() => translation.textContent()).toContain("problem");
  await translation.click();
  await page.getByRole("button", { name: "Text in English" }).click();
  const beside = page.locator(".workbench-side .cm-content");
  expect(await beside.getAttribute("aria-readonly")).toBe("true");
  await beside.focus();
  await page.keyboard.press("Control+End");
  await expect.poll(() => beside.textContent()).toContain("77 chairs");
  await page.keyboard.insertText("not written");
  expect(await beside.textContent()).not.toContain("not written");
  await page.getByRole("link", { name: /English/ }).click();
  await saveState(page, words.unsaved);
  await page.close({ runBeforeUnload: true });
  await eventually("the page is gone", () => page.isClosed());
});

test("a file that changes on the disk is loaded again while nothing is unsaved", async () => {
  const page = await author(NAME);
  writeFileSync(path.join(root, NAME), onDisk().replace("two answers.", "many answers."));
  await expect
    .poll(() => page.locator(".workbench-text .cm-content").textContent(), { timeout: 8000 })
    .toContain("many answers.");
  expect(await page.locator(".notice").textContent()).toBe(words.reloaded);
  await saveState(page, words.saved);
});

test("two hands on one file: neither is overwritten until the author chooses", async () => {
  const page = await author(NAME);
  await typeAtEnd(page, "\nMine.\n");
  const other = `${onDisk()}\nTheirs.\n`;
  writeFileSync(path.join(root, NAME), other);
  await page.keyboard.press("Control+s");
  await page.getByRole("alert").waitFor();
  expect(onDisk()).toBe(other);
  await saveState(page, words.unsaved);
  await page.getByRole("button", { name: words.seeDisk }).click();
  const beside = page.locator(".workbench-side .cm-content");
  await beside.focus();
  await page.keyboard.press("Control+End");
  await expect.poll(() => beside.textContent()).toContain("Theirs.");
  await page.getByRole("button", { name: words.keepMine }).click();
  await saveState(page, words.saved);
  expect(onDisk()).toMatch(/\nMine\.\n$/);
  expect(onDisk()).not.toContain("Theirs.");

  await typeAtEnd(page, "\nMine again.\n");
  writeFileSync(path.join(root, NAME), other);
  await page.getByRole("alert").waitFor();
  await page.getByRole("button", { name: words.takeDisk }).click();
  await saveState(page, words.saved);
  expect(onDisk()).toBe(other);
  expect(await page.locator(".workbench-text .cm-content").textContent()).not.toContain("Mine again.");
});

test("an author tries the question in the preview and reads the reasons", async () => {
  const page = await author(`${COURSE}/first-steps/quiz/en.mdx`);
  const question = inPreview(page).locator("#q-more");
  await question.getByRole("radio").first().check();
  await question.getByRole("button").click();
  await expect.poll(() => question.textContent()).toContain("REASON ten.");
});

test("a page that is not written yet begins with the source text and becomes a file", async () => {
  const name = `${LESSON}/be.mdx`;
  rmSync(path.join(root, name));
  const page = await author(name);
  await page.getByRole("button", { name: "Begin with the text in English" }).click();
  await saveState(page, words.unsaved);
  await page.keyboard.press("Control+s");
  await saveState(page, words.saved);
  expect(onDisk(name)).toBe(onDisk());
});

test.each(LANGUAGES)("the studio in %s has no fault that a machine can see", async (language) => {
  const page = await author(undefined, { locale: language });
  expect(await pageFaults(page, language)).toEqual([]);
  await page.goto(new URL(`/#/${NAME}`, address).href);
  await inPreview(page).locator("h1").waitFor();
  expect(await pageFaults(page, language)).toEqual([]);
});

test("without the token of this start there is nothing to see", async () => {
  const { origin } = new URL(address);
  for (const place of ["/", "/preview", "/?token=guess", `/api/file?name=${encodeURIComponent(NAME)}`]) {
    expect((await fetch(origin + place)).status, place).toBe(401);
  }
});

test("the production build holds nothing of the studio", () => {
  const files = ["client", "server"]
    .flatMap((folder) => filesIn(path.join(BUILD, folder)))
    .filter((file) => /\.(m?js|css)$/.test(file));
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) expect(readFileSync(file, "utf8"), file).not.toMatch(/cm-editor|codemirror|waymark-studio/);
});

function filesIn(entry: string): string[] {
  if (!existsSync(entry)) throw new Error(`There is no ${entry}. Was "npm run build" run?`);
  return statSync(entry).isDirectory()
    ? readdirSync(entry).flatMap((name) => filesIn(path.join(entry, name)))
    : [entry];
}
