/** People in front of a real Chromium. Whatever the browser complains about fails the test that caused it. */
import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, expect, onTestFinished } from "vitest";
import type { Site } from "./harness.ts";
import type { Person } from "./people.ts";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const SWITCHES = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Both ways of using the product, for tables of tests. */
export const WAYS = [
  { way: "with JavaScript", javaScript: true },
  { way: "without JavaScript", javaScript: false },
];

export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Goes to a path of the site. */
  goto(path: string): Promise<void>;
  /** Does what makes the browser log exactly one failed load with this status, which is then no surprise. */
  provoking<Value>(status: number, act: () => Promise<Value>): Promise<Value>;
  /** Does what makes the browser ask the person something, and answers yes. @returns the kind of the dialog */
  asked(act: () => Promise<unknown>): Promise<string>;
  /** Does what makes requests fail for want of a line, any number of times. */
  withoutLine<Value>(act: () => Promise<Value>): Promise<Value>;
}

/** Starts one browser, which ends with the tests of the file. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place)) ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: SWITCHES });
  afterAll(() => browser.close());
  return browser;
}

/**
 * A browser profile of its own, as on a fresh device; gone when the test is.
 * @param person is signed in from the start
 */
export async function visit(
  browser: Browser,
  site: Site,
  { javaScript = true, person, locale = "en-GB" }: { javaScript?: boolean; person?: Person; locale?: string } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    javaScriptEnabled: javaScript,
    locale,
    baseURL: site.origin,
    // Pages that glide to their place are not there yet when a test looks.
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(15_000);
  if (person) await context.addCookies([{ ...person.cookie, url: site.origin }]);
  const complaints = listenTo(context);
  const page = await context.newPage();
  onTestFinished(async () => {
    const left = complaints.map(({ text }) => text);
    await context.close();
    expect(left, "the browser complained").toEqual([]);
  });
  return {
    page,
    context,
    async goto(path) {
      await page.goto(path);
    },
    async provoking(status, act) {
      const before = complaints.length;
      const value = await act();
      await expect.poll(() => complaints.length, { message: `a load answered ${status}` }).toBeGreaterThan(before);
      const [{ text } = { text: "" }] = complaints.splice(before, 1);
      expect(text).toContain(`the server responded with a status of ${status}`);
      return value;
    },
    async asked(act) {
      const before = complaints.length;
      await act();
      await expect.poll(() => complaints.length, { message: "the browser asks" }).toBeGreaterThan(before);
      const [{ text } = { text: "" }] = complaints.splice(before, 1);
      return /^an? (\w+) dialog/.exec(text)?.[1] ?? text;
    },
    async withoutLine(act) {
      const before = complaints.length;
      const value = await act();
      const made = complaints.splice(before);
      complaints.push(...made.filter(({ text }) => !/Failed to load resource: (net::ERR_|.*status of 503)/.test(text)));
      return value;
    },
  };
}

/** What the browser complains about from now on: its console, its scripts, and dialogs, which are answered with yes. */
export function listenTo(context: BrowserContext): { text: string }[] {
  const complaints: { text: string }[] = [];
  context.on("page", (page) => {
    page.on("console", (message) => {
      if (!["error", "warning"].includes(message.type())) return;
      complaints.push({ text: `console on ${page.url()}: ${message.text()} ${message.location().url}` });
    });
    page.on("pageerror", (error) => complaints.push({ text: `script on ${page.url()}: ${error.message}` }));
    page.on("dialog", (dialog) => {
      complaints.push({ text: `a ${dialog.type()} dialog on ${page.url()}` });
      void dialog.accept();
    });
  });
  return complaints;
}

/** Waits until the page at a path has loaded, whatever its query and fragment. */
export async function arrived(page: Page, path: string): Promise<void> {
  await page.waitForURL((url) => url.pathname === path);
}
