// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import fc from "fast-check";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import { type DecidePublic, decide } from "#app/activities/decide/definition.ts";
import { checkTree, type Step } from "#app/activities/decide/tree.ts";
import { DecideView } from "#app/activities/decide/view.tsx";
import { words } from "#app/activities/decide/words.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { plainText } from "#app/domain/rich-text.ts";
import { LanguageProvider } from "#app/ui/language.tsx";
import { renderIn } from "../ui/in-language.tsx";
import { exhibitOf } from "./sample-exhibit.ts";

afterEach(cleanup);

const tree = exhibitOf("l-rules", "en") as DecidePublic;
const view = (exhibit: DecidePublic = tree) => (
  <DecideView exhibit={exhibit} prefix="l-rules" query={new URLSearchParams()} />
);
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const result = (name: string) => plainText(tree.nodes.find((node) => node.name === name)?.text ?? []);

test.each(LANGUAGES)("the tree has the questions A to G and the results R1 to R7, joined alike in %s", (language) => {
  const exhibit = decide.PublicSchema.parse(exhibitOf("l-rules", language));
  const joined = exhibit.nodes.map(({ name, answers }) => [
    name,
    answers.map(({ to }) => exhibit.nodes[to]?.name).join(" "),
  ]);
  expect(joined).toEqual([
    ["a", "b g"],
    ["b", "r1 c"],
    ["c", "d e"],
    ["d", "r2 r3"],
    ["e", "r5 r5 r4"],
    ["g", "r6 r7"],
    ...["r1", "r2", "r3", "r4", "r5", "r6", "r7"].map((name) => [name, ""]),
  ]);
});

test("without script the whole tree is a numbered list, its answers links to numbers", async () => {
  await renderIn("en", null);
  const html = renderToString(<LanguageProvider language="en">{view()}</LanguageProvider>);
  const page = new DOMParser().parseFromString(html, "text/html");
  const items = [...page.querySelectorAll(".decide-tree > ol > li")];
  expect(items).toHaveLength(13);
  expect(items[4]?.textContent).toContain("not sure: go to 11");
  for (const link of page.querySelectorAll(".decide-tree .decide-ways a")) {
    const target = page.querySelector(`[id="${link.getAttribute("href")?.slice(1)}"]`);
    expect(items.indexOf(target as Element) + 1).toBe(Number(link.textContent?.replace("go to ", "")));
  }
  expect(page.querySelector("button, .is-folded")).toBeNull();
  expect(page.body.textContent).toContain(plainText(tree.closing));
});

test.each(LANGUAGES)("one question at a time leads to a result, which is focused and said, in %s", async (language) => {
  const exhibit = exhibitOf("l-rules", language) as DecidePublic;
  await renderIn(language, view(exhibit));
  for (const at of [0, 1, 1, 1]) {
    await userEvent.click(
      screen
        .getAllByRole("listitem")
        .flatMap((item) => within(item).queryAllByRole("button"))
        .filter((button) => button.closest(".decide-answers"))[at] as HTMLElement,
    );
  }
  const shown = screen.getByRole("region", { name: words[language].result });
  expect(document.activeElement).toBe(shown);
  const found = exhibit.nodes.find(({ name }) => name === "r5");
  expect(shown.textContent).toContain(plainText(found?.text ?? []));
  expect(shown.textContent).toContain(plainText(exhibit.closing));
  expect(within(shown).getByRole("link")).toBeDefined();
  expect(screen.getByRole("status").textContent).toContain(plainText(found?.text ?? []));
});

test("an answer can be changed, all can be begun again, and the whole tree can be opened", async () => {
  await renderIn("en", view());
  expect(document.activeElement).toBe(document.body);
  await press("entering");
  await press("no");
  await press("yes");
  const trail = screen.getByRole("list", { name: words.en.soFar });
  expect(within(trail).getAllByRole("listitem")).toHaveLength(3);
  await press("Change the answer “no”");
  expect(screen.getByRole("region", { name: "Question 2" })).toBe(document.activeElement);
  await press("yes");
  expect(screen.getByRole("region", { name: words.en.result }).textContent).toContain(result("r1"));
  await press(words.en.again);
  expect(screen.getByRole("region", { name: "Question 1" })).toBe(document.activeElement);
  expect(screen.queryByRole("list", { name: words.en.soFar })).toBeNull();
  const open = screen.getByRole("button", { name: words.en.showTree });
  expect([open.getAttribute("aria-expanded"), document.querySelector(".is-folded") !== null]).toEqual(["false", true]);
  await userEvent.click(open);
  expect([open.getAttribute("aria-expanded"), document.querySelector(".is-folded")]).toEqual(["true", null]);
});

function faultsOf(ways: Record<string, string[]>): string[] {
  const node = { type: "heading" };
  const steps = Object.entries(ways).map(
    ([name, targets]): Step => ({
      name,
      heading: node,
      text: [
        { type: "paragraph", children: targets.length === 0 ? [{ type: "mdxJsxTextElement", name: "Cite" }] : [] },
      ],
      answers: targets.map((to, at) => ({ node, words: `answer ${at}`, to })),
      asks: targets.length > 0,
    }),
  );
  const codes: string[] = [];
  checkTree(steps, "the tree", (code) => codes.push(code));
  return codes;
}

test("every tree that is let through ends on each of its ways, and every part of it is reached", () => {
  const names = ["a", "b", "c", "d", "e", "f"];
  const ways = fc.record(
    Object.fromEntries(names.map((name) => [name, fc.array(fc.constantFrom(...names), { maxLength: 3 })])),
  );
  let whole = 0;
  fc.assert(
    fc.property(ways, (made) => {
      const faults = faultsOf(made);
      const seen = new Set<string>();
      const ends = (name: string, way: string[]): boolean => {
        seen.add(name);
        return !way.includes(name) && (made[name] ?? []).every((next) => ends(next, [...way, name]));
      };
      const sound = ends("a", []);
      const reached = seen.size === names.length;
      const choices = Object.values(made).every(({ length }) => length !== 1);
      if (faults.length === 0) whole += 1;
      expect(faults.includes("decide-loop")).toBe(!sound);
      if (sound) expect(faults.includes("decide-unreachable")).toBe(!reached);
      expect(faults.includes("decide-answers")).toBe(!choices);
      expect(faults.length === 0).toBe(sound && reached && choices);
    }),
    { numRuns: 3000, seed: 1 },
  );
  expect(whole).toBeGreaterThan(0);
});
