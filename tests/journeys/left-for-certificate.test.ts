import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { LANGUAGES } from "#app/domain/language.ts";
import { openBrowser, visit } from "./browser.ts";
import { at } from "./course.ts";
import { earnCertificate, readLessons, senderFor, takeQuiz } from "./forms.ts";
import { startSite } from "./harness.ts";
import { addPerson, type Person } from "./people.ts";
import { wordsIn } from "./words.ts";

const site = await startSite();
const browser = await openBrowser();

/** Course page, dashboard and certificate page; each with the words of the part that says what is left, or without it. */
async function outlooks(page: Page, language: "en" | "ru" | "be") {
  const texts: (string | null)[] = [];
  for (const path of [at.course(language), `/${language}/dashboard`, at.certificate(language)]) {
    await page.goto(path);
    const part = page.locator(".left-for-certificate");
    texts.push((await part.count()) === 1 ? await part.textContent() : null);
  }
  return texts;
}

const states: { state: string; onCertificatePage: boolean; reach: (person: Person) => Promise<unknown> }[] = [
  {
    state: "after one lesson",
    onCertificatePage: true,
    reach: (person) => readLessons(senderFor(site, person), 1),
  },
  {
    state: "after two lessons and a quiz that was not passed",
    onCertificatePage: true,
    async reach(person) {
      await readLessons(senderFor(site, person), 2);
      await takeQuiz(site, senderFor(site, person), { right: false });
    },
  },
  {
    state: "when everything is done",
    onCertificatePage: false,
    async reach(person) {
      await readLessons(senderFor(site, person));
      await takeQuiz(site, senderFor(site, person));
    },
  },
  {
    state: "when the certificate is issued",
    onCertificatePage: false,
    reach: (person) => earnCertificate(site, person),
  },
];

test.each(states)(
  "what is left for the certificate reads the same on every page, $state",
  async ({ state, onCertificatePage, reach }) => {
    const person = await addPerson(site, `${state.replaceAll(/\W/g, "-")}@example.org`);
    await reach(person);
    const { page } = await visit(browser, site, { javaScript: false, person });
    const told = new Set<string>();
    for (const language of LANGUAGES) {
      const [onCourse, onDashboard, onCertificate] = await outlooks(page, language);
      expect(onCourse).toContain((await wordsIn(language))("left.title"));
      expect(onDashboard).toBe(onCourse);
      if (onCertificatePage) expect(onCertificate).toBe(onCourse);
      told.add(onCourse ?? "");
    }
    expect(told.size, "each language has words of its own").toBe(3);
  },
);
