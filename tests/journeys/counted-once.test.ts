/** What a person sends twice counts once; what a person forges counts not at all. */
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { arrived, openBrowser, visit, WAYS } from "./browser.ts";
import { activityOf, at, course, fieldsFor, lessonAt, module } from "./course.ts";
import {
  attemptFields,
  earnCertificate,
  type Fields,
  itemsOf,
  readLessons,
  senderFor,
  startAttempt,
  takeQuiz,
} from "./forms.ts";
import { startSite } from "./harness.ts";
import { addPerson, newSession, type Person } from "./people.ts";
import { fillFields } from "./quiz-form.ts";
import { wordsIn } from "./words.ts";

const site = await startSite();
const browser = await openBrowser();
const en = await wordsIn("en");

interface StoredAttempt {
  id: string;
  submitted_at: number | null;
  score_permille: number | null;
}

function attemptsOf(person: Person) {
  return site.rows<StoredAttempt>(
    "select id, submitted_at, score_permille from attempts where account_id = ? order by number",
    person.id,
  );
}

/** Everything that answers and results consist of. */
function facts() {
  return [
    site.rows("select * from attempts order by id"),
    site.rows("select * from attempt_answers order by id"),
    site.rows("select * from activity_answers order by id"),
    site.rows("select * from lesson_completions order by id"),
    site.rows("select * from certificates order by id"),
    site.rows("select * from certificate_events order by id"),
  ];
}

test.each(WAYS)(
  "a double click on “Start” and on “Hand in” makes one attempt with one result, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `double-${javaScript}@example.org`);
    const { page, goto } = await visit(browser, site, { javaScript, person });
    await goto(at.quiz("en"));
    await page.getByRole("button", { name: en("quiz.start") }).dblclick();
    // Before the page's script runs, the second click replaces the navigation of the first: no navigation is waited for.
    await page.getByRole("button", { name: en("quiz.submit") }).waitFor();
    const [attempt, ...others] = attemptsOf(person);
    expect(others).toEqual([]);
    const items = itemsOf(site, attempt?.id ?? "");
    for (const item of items) await fillFields(page, item, fieldsFor(item));
    await page.getByRole("button", { name: en("quiz.submit") }).dblclick();
    await page.locator(".review-summary").first().waitFor();
    expect(attemptsOf(person).map(({ score_permille }) => score_permille)).toEqual([1000]);
  },
);

test.each(WAYS)(
  "going back after handing in shows the result, and handing in again changes nothing, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `back-${javaScript}@example.org`);
    const { page, goto } = await visit(browser, site, { javaScript, person });
    await goto(at.quiz("en"));
    await page.getByRole("button", { name: en("quiz.start") }).click();
    await page.waitForURL(`**${at.quiz("en")}/*`);
    const items = itemsOf(site, attemptsOf(person)[0]?.id ?? "");
    for (const item of items) await fillFields(page, item, fieldsFor(item));
    await page.getByRole("button", { name: en("quiz.submit") }).click();
    await page.locator(".review-summary").first().waitFor();
    const result = attemptsOf(person);

    await page.goBack();
    const handIn = page.getByRole("button", { name: en("quiz.submit") });
    // The page may still be on its way back, or send the form on the next tick: what follows begins when all of it has come to rest.
    await page.waitForLoadState("networkidle");
    if (await handIn.isVisible()) await handIn.click();
    await page.waitForLoadState("networkidle");
    await page.goto(at.attempt("en", result[0]?.id ?? ""));
    expect(await page.locator("h1").textContent()).toBe(en("quiz.passedTitle", { percent: 100 }));
    expect(attemptsOf(person)).toEqual(result);
  },
);

test.each(WAYS)(
  "of two tabs the first to hand in decides, and the second shows that result, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `tabs-${javaScript}@example.org`);
    const first = await visit(browser, site, { javaScript, person });
    const second = await visit(browser, site, { javaScript, person });
    const id = await startAttempt(senderFor(site, person));
    expect(await startAttempt(senderFor(site, person)), "the second tab finds the attempt under way").toBe(id);
    await first.goto(at.attempt("en", id));
    await second.goto(at.attempt("en", id));
    for (const item of itemsOf(site, id)) await fillFields(first.page, item, fieldsFor(item));
    await first.page.getByRole("button", { name: en("quiz.submit") }).click();
    await first.page.locator(".review-summary").first().waitFor();
    const result = attemptsOf(person);

    await second.page.getByRole("button", { name: en("quiz.submit") }).click();
    await second.page.locator(".review-summary").first().waitFor();
    expect(await second.page.locator("h1").textContent()).toBe(en("quiz.passedTitle", { percent: 100 }));
    expect(attemptsOf(person)).toEqual(result);
  },
);

test.each(WAYS)(
  "a tab that was opened earlier takes back nothing that another tab has saved since, $way",
  async ({ javaScript }) => {
    const person = await addPerson(site, `since-${javaScript}@example.org`);
    const first = await visit(browser, site, { javaScript, person });
    const second = await visit(browser, site, { javaScript, person });
    const id = await startAttempt(senderFor(site, person));
    const [one, other] = itemsOf(site, id);
    if (!one || !other) throw new Error("the attempt has fewer than two items");
    await first.goto(at.attempt("en", id));
    await second.goto(at.attempt("en", id));
    for (const [tab, item] of [
      [first, one],
      [second, other],
    ] as const) {
      await fillFields(tab.page, item, fieldsFor(item));
      await tab.page.getByRole("button", { name: en("quiz.save") }).click();
      await tab.page.getByText(en("quiz.savedAll")).waitFor();
    }
    const answered = site.rows<{ item_id: string }>(
      "select item_id from attempt_answers where attempt_id = ? and response <> 'null'",
      id,
    );
    expect(answered.map(({ item_id }) => item_id).sort()).toEqual([one.itemId, other.itemId].sort());
  },
);

test("an answer in a tab that was left open after the hand-in is refused, and the page says why", async () => {
  const person = await addPerson(site, "stale@example.org");
  const visitor = await visit(browser, site, { person });
  const sender = senderFor(site, person);
  const id = await startAttempt(sender);
  await visitor.goto(at.attempt("en", id));
  await sender.post(at.attempt("en", id), [["intent", "submit-anyway"]]);
  const result = facts();
  const question = visitor.page.locator(".activity:has(input[type=radio])").first();
  await visitor.provoking(409, () => question.locator("input[type=radio]").first().check());
  await expect.poll(() => question.textContent()).toContain(en("problems.attempt-closed"));
  expect(await question.locator(".save-state").textContent()).toBe("");
  expect(facts()).toEqual(result);
});

test("an answer given after the session has ended is refused, and the page says why", async () => {
  const person = await addPerson(site, "signed-out@example.org");
  const visitor = await visit(browser, site, { person });
  const sender = senderFor(site, person);
  await visitor.goto(at.attempt("en", await startAttempt(sender)));
  await sender.post("/en/account/sign-out", [["where", "everywhere"]]);
  const question = visitor.page.locator(".activity:has(input[type=radio])").first();
  await visitor.provoking(401, () => question.locator("input[type=radio]").first().check());
  await expect.poll(() => question.textContent()).toContain(en("problems.signed-out"));
  expect(await question.locator(".save-state").textContent()).toBe("");
});

test.each(WAYS)("handing in after the session has ended loses no answer, $way", async ({ javaScript }) => {
  const person = await addPerson(site, `ended-${javaScript}@example.org`);
  const visitor = await visit(browser, site, { javaScript, person });
  const { page, context } = visitor;
  const sender = senderFor(site, person);
  const id = await startAttempt(sender);
  const items = itemsOf(site, id);
  await visitor.goto(at.attempt("en", id));
  for (const item of items.slice(1)) await fillFields(page, item, fieldsFor(item));
  await sender.post("/en/account/sign-out", [["where", "everywhere"]]);
  await visitor.provoking(401, async () => {
    if (!javaScript) await fillFields(page, items[0] ?? { kind: "" }, fieldsFor(items[0] ?? { itemId: "", key: {} }));
    await page.getByRole("button", { name: en("quiz.submit") }).click();
    await page.getByRole("heading", { name: en("errors.signedOutTitle") }).waitFor();
  });
  await context.addCookies([{ ...(await newSession(site, person.id)), name: person.cookie.name, url: site.origin }]);
  const again = page.getByRole("button", { name: en("errors.retry") });
  if (javaScript) {
    await visitor.provoking(422, () => again.click());
    await page.locator("button[value=submit-anyway]").click();
  } else await again.click();
  await page.locator(".review-summary").first().waitFor();
  const right = javaScript ? items.length - 1 : items.length;
  expect(attemptsOf(person).map(({ score_permille }) => score_permille)).toEqual([
    Math.floor((right / items.length) * 1000),
  ]);
});

test("an answer to an activity that is sent twice counts once", async () => {
  const person = await addPerson(site, "twice@example.org");
  const sender = senderFor(site, person);
  const activity = activityOf(lessonAt(0).activities[0] ?? "");
  const fields: Fields = [
    ["intent", "answer"],
    ["activity", activity.id],
    ["answerId", randomUUID()],
    ...fieldsFor({ itemId: activity.id, key: activity.key }),
  ];
  const replies = await Promise.all([1, 2, 3].map(() => sender.post(at.lesson("en", 0), fields)));
  expect(replies.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(site.rows("select id from activity_answers where account_id = ?", person.id)).toHaveLength(1);
});

test("twenty certificates asked for at once are one certificate", async () => {
  const person = await addPerson(site, "eager@example.org");
  const sender = senderFor(site, person);
  await readLessons(sender);
  await takeQuiz(site, sender);
  const asked = Array.from({ length: 20 }, () => sender.post(at.certificate("en"), [["name", "Anna Kavaleva"]]));
  expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([303]));
  expect(site.rows("select id from certificates where account_id = ?", person.id)).toHaveLength(1);
});

test("a certificate is not issued before everything is done, whatever the form says", async () => {
  const person = await addPerson(site, "early@example.org");
  const sender = senderFor(site, person);
  await readLessons(sender);
  await takeQuiz(site, sender, { right: false });
  const before = facts();
  const refused = await sender.post(at.certificate("en"), [["name", "Anna Kavaleva"]]);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain(en("problems.not-all-done"));
  expect(facts()).toEqual(before);
});

const owner = await addPerson(site, "owner@example.org");
const thief = await addPerson(site, "thief@example.org");
const owned = await earnCertificate(site, owner);
const open = await startAttempt(senderFor(site, owner));
const own = await startAttempt(senderFor(site, thief));
const stolenAnswerId = randomUUID();
const activity = activityOf(lessonAt(0).activities[0] ?? "");
const activityAnswer = fieldsFor({ itemId: activity.id, key: activity.key });
await senderFor(site, owner).post(at.lesson("en", 0), [
  ["activity", activity.id],
  ["answerId", stolenAnswerId],
  ...activityAnswer,
]);
const drawn = itemsOf(site, own)[0];
const undrawn = module.quiz.items.find(({ id }) => !itemsOf(site, own).some(({ itemId }) => itemId === id))?.id ?? "";
const inLesson = { courseId: course.id, moduleId: module.id, lessonId: lessonAt(0).id, language: "en" };

/** Each is sent by the thief, who is signed in and may take the course. */
const forgeries: { what: string; send: (sender: ReturnType<typeof senderFor>) => Promise<{ status: number }> }[] = [
  {
    what: "the form of somebody else's attempt",
    send: (sender) => sender.post(at.attempt("en", open), [...attemptFields(site, open), ["intent", "submit-anyway"]]),
  },
  { what: "the page of somebody else's attempt", send: (sender) => sender.get(at.attempt("en", open)) },
  {
    what: "an attempt that does not exist",
    send: (sender) => sender.post(at.attempt("en", randomUUID()), [["intent", "submit-anyway"]]),
  },
  {
    what: "an item that does not exist, in a form",
    send: (sender) =>
      sender.post(at.attempt("en", own), [
        ["item", "no-such-item"],
        ["no-such-item.answer", "a"],
        ["intent", "save"],
      ]),
  },
  {
    what: "an item of the pool that was not drawn, in a form",
    send: (sender) =>
      sender.post(at.attempt("en", own), [
        ["item", undrawn],
        [`${undrawn}.answer`, "a"],
        ["intent", "save"],
      ]),
  },
  {
    what: "an item that was not drawn, by script",
    send: (sender) =>
      sender.postJson("/autosave/attempts", {
        attemptId: own,
        itemId: undrawn,
        seq: 1,
        language: "en",
        fields: [[`${undrawn}.answer`, "a"]],
      }),
  },
  {
    what: "an answer to somebody else's attempt, by script",
    send: (sender) =>
      sender.postJson("/autosave/attempts", {
        attemptId: open,
        itemId: itemsOf(site, open)[0]?.itemId,
        seq: Date.now(),
        language: "en",
        fields: [],
      }),
  },
  {
    what: "an activity that the lesson does not have",
    send: (sender) =>
      sender.post(at.lesson("en", 0), [
        ["activity", drawn?.itemId ?? ""],
        ["answerId", randomUUID()],
        ...fieldsFor(drawn ?? { itemId: "", key: {} }),
      ]),
  },
  {
    what: "the id of somebody else's answer, in a form",
    send: (sender) =>
      sender.post(at.lesson("en", 0), [["activity", activity.id], ["answerId", stolenAnswerId], ...activityAnswer]),
  },
  {
    what: "the id of somebody else's answer, by script",
    send: (sender) =>
      sender.postJson("/autosave/activities", {
        ...inLesson,
        activityId: activity.id,
        answerId: stolenAnswerId,
        fields: activityAnswer,
      }),
  },
  {
    what: "an activity of the quiz, in place of one of the lesson",
    send: (sender) =>
      sender.postJson("/autosave/activities", {
        ...inLesson,
        activityId: drawn?.itemId,
        answerId: randomUUID(),
        fields: fieldsFor(drawn ?? { itemId: "", key: {} }),
      }),
  },
  { what: "somebody else's certificate", send: (sender) => sender.get(`/certificates/${owned.id}.pdf`) },
  { what: "a certificate that does not exist", send: (sender) => sender.get(`/certificates/${randomUUID()}.pdf`) },
];

test.each(forgeries)("refused with 404, and nothing changes: $what", async ({ send }) => {
  const before = facts();
  const { status } = await send(senderFor(site, thief));
  expect(status).toBe(404);
  expect(facts()).toEqual(before);
});

test("a forged choice inside an honest form counts as no answer", async () => {
  const person = await addPerson(site, "inventor@example.org");
  const sender = senderFor(site, person);
  const id = await startAttempt(sender);
  const fields = itemsOf(site, id).flatMap(
    ({ itemId }): Fields => [
      ["item", itemId],
      [`${itemId}.answer`, "__proto__"],
      [`${itemId}.answer.__proto__`, "a1"],
      [`${itemId}.key`, "right"],
    ],
  );
  const done = await sender.post(at.attempt("en", id), [
    ...fields,
    ["scorePermille", "1000"],
    ["passed", "true"],
    ["intent", "submit-anyway"],
  ]);
  expect(done.status).toBe(303);
  expect(attemptsOf(person).map(({ score_permille }) => score_permille)).toEqual([0]);
});

test("the browser of somebody who is not signed in is led to the sign-in page and back", async () => {
  const person = await addPerson(site, "guest@example.org");
  const { page, goto } = await visit(browser, site);
  await goto(at.lesson("en", 1));
  await arrived(page, "/en/account/sign-in");
  await page.fill("[name=email]", person.email);
  await page.fill("[name=password]", "a quiet lake in June");
  await page.click("main form button[type=submit]");
  await arrived(page, at.lesson("en", 1));
});
