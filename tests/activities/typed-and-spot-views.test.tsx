// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { type NumberKey, type NumberPublic, number } from "#app/activities/number/definition.ts";
import { NumberView } from "#app/activities/number/view.tsx";
import { type ShortKey, short } from "#app/activities/short/definition.ts";
import { ShortView } from "#app/activities/short/view.tsx";
import { type SpotKey, type SpotPublic, spot } from "#app/activities/spot/definition.ts";
import { SpotView } from "#app/activities/spot/view.tsx";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { loadedMessages } from "#app/locales/messages.ts";
import { renderIn } from "../ui/in-language.tsx";
import { question, reviewed } from "./view-props.tsx";

afterEach(cleanup);

const fee = (language: Language): NumberPublic => ({ kind: "number", ...question("q1"), unit: "BYN", language });
const KEY: NumberKey = {
  right: [{ value: 12_500.5, tolerance: 10, percent: false }],
  near: [{ value: 1000, tolerance: 0, percent: false }],
};
const sent = (container: HTMLElement) => {
  const form = new FormData(container.querySelector("form") ?? undefined);
  return { getAll: (name: string) => form.getAll(`q1.${name}`) };
};

test("a number is one field for decimals with its unit beside it, answered by keyboard", async () => {
  const { container } = await renderIn(
    "en",
    <form>
      <NumberView activity={fee("en")} order={[]} prefix="q1" response={null} review={null} />
    </form>,
  );
  const user = userEvent.setup();
  await user.tab();
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Your answer", description: "BYN" });
  expect(document.activeElement).toBe(field);
  expect(field.inputMode).toBe("decimal");
  await user.keyboard("1,250.5");
  expect(number.readResponse(fee("en"), sent(container))).toEqual({ text: "1,250.5", value: 1250.5, language: "en" });
});

test("what was typed stands in the field again, and keeps its meaning on the page of another language", async () => {
  const response = { text: "1,234", value: 1234, language: "en" as const };
  const { container } = await renderIn(
    "ru",
    <form>
      <NumberView activity={fee("ru")} order={[]} prefix="q1" response={response} review={null} />
    </form>,
  );
  expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("1,234");
  expect(screen.getByText("Прочитано как 1234")).toBeTruthy();
  expect(number.readResponse(fee("ru"), sent(container))).toEqual(response);
  await userEvent.clear(screen.getByRole("textbox"));
  await userEvent.type(screen.getByRole("textbox"), "1,5");
  expect(number.readResponse(fee("ru"), sent(container))).toEqual({ text: "1,5", value: 1.5, language: "ru" });
});

test("a number that cannot be read is kept, and its field is tied to the reason that the frame gives", async () => {
  const response = { text: "five", value: null, language: "en" as const };
  await renderIn(
    "en",
    <>
      <p id="q1-problem">Figures, please.</p>
      <NumberView
        activity={fee("en")}
        order={[]}
        prefix="q1"
        response={response}
        problem="amount-words"
        review={null}
      />
    </>,
  );
  const field = screen.getByRole<HTMLInputElement>("textbox", { description: "BYN Figures, please." });
  expect([field.value, field.getAttribute("aria-invalid")]).toEqual(["five", "true"]);
  expect(screen.queryByText(/^Read as/)).toBeNull();
});

test.each(LANGUAGES)(
  "after the answer, a number says what was right, how far off it may be, and why, in %s",
  async (language) => {
    const response = { text: "1000", value: 1000, language };
    const review = reviewed(response, KEY, number.grade(KEY, response), { n1: "Because of n1" });
    await renderIn(
      language,
      <NumberView activity={fee(language)} order={[]} prefix="q1" response={null} review={review} />,
    );
    const words = loadedMessages(language).activity;
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.getByText("1000 BYN")).toBeTruthy();
    expect(screen.getByText(words.wrong)).toBeTruthy();
    expect(screen.getByText("Because of n1")).toBeTruthy();
    const right = screen.getByText(/BYN \(/).textContent?.replaceAll("\u00a0", " ");
    const figures = language === "en" ? ["12,500.5", "12,490.5", "12,510.5"] : ["12 500,5", "12 490,5", "12 510,5"];
    for (const figure of figures) expect(right).toContain(figure);
  },
);

test("a right number repeats nothing, one not given says so", async () => {
  const response = { text: "12.505,0", value: 12_505, language: "en" as const };
  const review = reviewed(response, KEY, number.grade(KEY, response), { n1: "Because of n1" });
  const { unmount } = await renderIn(
    "en",
    <NumberView activity={fee("en")} order={[]} prefix="q1" response={null} review={review} />,
  );
  expect(screen.getByText("Right")).toBeTruthy();
  expect(screen.queryByText(/^Read as/)).toBeNull();
  expect(screen.queryByText(/Right answer|Because/)).toBeNull();
  unmount();
  const none = reviewed(null as never, KEY, number.grade(KEY, number.unanswered), {});
  await renderIn("en", <NumberView activity={fee("en")} order={[]} prefix="q1" response={null} review={none} />);
  expect(screen.getByText("No answer given")).toBeTruthy();
  expect(screen.getByText(/^Right answer: 12,500\.5 BYN/)).toBeTruthy();
});

const WORDS: ShortKey = {
  wordings: {
    en: { right: ["stock", "migrant stock"], near: ["flow"] },
    ru: { right: ["численность"], near: ["поток"] },
    be: { right: ["колькасць"], near: ["паток"] },
  },
};

test("a short answer is typed by keyboard, and what was typed before stands in the field", async () => {
  const activity = { kind: "short" as const, ...question("q1"), language: "en" as const };
  const { container } = await renderIn(
    "en",
    <form>
      <ShortView activity={activity} order={[]} prefix="q1" response="Числ" review={null} />
    </form>,
  );
  await userEvent.type(screen.getByRole("textbox", { name: "Your answer" }), "енность");
  expect(short.readResponse(activity, sent(container))).toBe("Численность");
});

test.each(LANGUAGES)(
  "after a near miss, a short answer gives its reason and the wordings of the page, in %s",
  async (language) => {
    const activity = { kind: "short" as const, ...question("q1"), language };
    const review = reviewed("Поток", WORDS, short.grade(WORDS, "Поток"), { n1: "Because of n1" });
    await renderIn(language, <ShortView activity={activity} order={[]} prefix="q1" response={null} review={review} />);
    expect(screen.getByText("Поток")).toBeTruthy();
    expect(screen.getByText("Because of n1")).toBeTruthy();
    expect(screen.getByText(new RegExp(`: ${WORDS.wordings[language].right[0]}$`))).toBeTruthy();
    expect(screen.queryByText(/migrant stock/) !== null).toBe(language === "en");
  },
);

const advert: SpotPublic = {
  kind: "spot",
  ...question("q1"),
  text: [
    { el: "p", children: ["Work in ", { phrase: "p2" }, ". ", { el: "strong", children: [{ phrase: "p1" }] }] },
    { el: "ul", children: [{ el: "li", children: [{ phrase: "p3" }] }] },
  ],
  phrases: [
    { id: "p2", text: "a hotel" },
    { id: "p1", text: "We keep your passport" },
    { id: "p3", text: "EUR 3,000" },
  ],
};
const FAULTS: SpotKey = { faults: ["p1", "p3"] };

test("phrases are boxes in the order of the text, marked by keyboard or by a tap on the text, and the text shows it", async () => {
  const { container } = await renderIn(
    "en",
    <form>
      <SpotView activity={advert} order={[]} prefix="q1" response={["p3"]} review={null} />
    </form>,
  );
  const user = userEvent.setup();
  const boxes = screen.getAllByRole<HTMLInputElement>("checkbox");
  expect(boxes.map(({ value, checked }) => [value, checked])).toEqual([
    ["p2", false],
    ["p1", false],
    ["p3", true],
  ]);
  await user.tab();
  await user.keyboard(" ");
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "a hotel" }).checked).toBe(true);
  const text = within(container.querySelector(".spot-text") as HTMLElement);
  await user.click(text.getByText("We keep your passport"));
  await user.click(text.getByText("EUR 3,000"));
  expect(spot.readResponse(advert, sent(container))).toEqual(["p1", "p2"]);
  const marked = [...container.querySelectorAll(".is-marked")].map((one) => one.textContent);
  expect(marked).toEqual(["a hotel1", "We keep your passport2"]);
});

test.each(LANGUAGES)(
  "after the answer, each phrase says whether it is a fault, whether it was found, and why, in %s",
  async (language) => {
    const reasons = { p1: "Because of p1", p2: "Because of p2", p3: "Because of p3" };
    const review = reviewed(["p1", "p2"], FAULTS, spot.grade(FAULTS, ["p1", "p2"]), reasons);
    await renderIn(language, <SpotView activity={advert} order={[]} prefix="q1" response={null} review={review} />);
    const words = loadedMessages(language).activity;
    const item = (name: string) => within(screen.getByRole("checkbox", { name }).closest("li") as HTMLElement);
    expect(item("We keep your passport").getByText(words.spotHit)).toBeTruthy();
    expect(item("a hotel").getByText(words.spotFalseAlarm)).toBeTruthy();
    expect(item("EUR 3,000").getByText(words.spotMiss)).toBeTruthy();
    for (const reason of Object.values(reasons)) expect(screen.getByText(reason)).toBeTruthy();
    expect(screen.getAllByRole<HTMLInputElement>("checkbox").every(({ disabled }) => disabled)).toBe(true);
  },
);
