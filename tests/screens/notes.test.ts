import { expect, test } from "vitest";
import { saveNote } from "#app/commands/save-note.server.ts";
import { dateIn, formatDate } from "#app/domain/calendar-date.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import type { GrantedRole } from "#app/domain/permission.ts";
import { loadMessages } from "#app/locales/messages.ts";
import { action as lessonAction, loader as lessonLoader } from "#app/screens/learn/lesson.tsx";
import { action, loader } from "#app/screens/learn/notes.tsx";
import { loader as fileLoader } from "#app/screens/learn/notes-file.ts";
import { grantRole } from "#app/store/accounts.server.ts";
import { listNotesOf, saveNote as storeNote } from "#app/store/notes.server.ts";
import { course, fields, learningInstallation, lessonOf, module } from "../commands/learning.ts";
import { asking, thrown } from "./asking.ts";

await Promise.all(LANGUAGES.map(loadMessages));

const lesson = lessonOf("reading-data-critically");
const NOTE = "own-figure";
const ADDRESS = `/en/courses/${course.id}/notes`;

async function writing() {
  const installation = await learningInstallation();
  const { services, learner, clock } = installation;
  const { get, post, signedIn } = asking(services);
  const cookie = await signedIn(learner.id);
  const params = { lang: "en", course: course.id };
  const lessonParams = { ...params, module: module.id, lesson: lesson.id };
  return {
    ...installation,
    signedIn,
    today: () => dateIn("Europe/Minsk", clock.now),
    write: (text: string, accountId = learner.id) => {
      clock.now += 1000;
      return saveNote(services, {
        accountId,
        course,
        module,
        lesson,
        activityId: NOTE,
        fields: fields([`${NOTE}.answer`, text]),
        seq: services.now(),
        language: "be",
      });
    },
    kept: (accountId = learner.id) => services.store.read((db) => listNotesOf(db, { accountId, courseId: course.id })),
    page: (query = "", as: string | null = cookie, lang = "en") =>
      loader(get(ADDRESS + query, { ...params, lang }, as)),
    file: (as: string | null = cookie, lang = "en") => fileLoader(get(`${ADDRESS}.txt`, { ...params, lang }, as)),
    send: (pairs: [string, string][], as: string | null = cookie) => action(post(ADDRESS, params, as, pairs)),
    readLesson: (query = "") => lessonLoader(get(`/en/lesson${query}`, lessonParams, cookie)),
    sendLesson: (pairs: [string, string][]) => {
      clock.now += 1000;
      const form: [string, string][] = [["activity", NOTE], ["intent", "answer"], ...pairs];
      return lessonAction(post("/en/lesson", lessonParams, cookie, form)) as Promise<Response>;
    },
  };
}

test("the page shows what was written, with its question, its lesson, its day and the way back", async () => {
  const { write, page, today } = await writing();
  await write("Placements\nby month");
  const { notes, deleting } = await page();
  expect(notes).toMatchObject([
    {
      activityId: NOTE,
      lesson: { to: `/en/courses/${course.id}/${module.id}/${lesson.id}#${NOTE}`, title: lesson.title.en },
      parts: [{ asked: null, text: "Placements\nby month", verdict: null }],
      writtenOn: today(),
      language: "be",
    },
  ]);
  expect(notes[0]?.asked.join("")).toContain("Which words would you add");
  expect(deleting).toEqual([]);
  const russian = await page("", undefined, "ru");
  expect(russian.notes[0]?.lesson?.title).toBe(lesson.title.ru);
});

test("what the course asks no longer is shown all the same, after the rest, and can be deleted", async () => {
  const { write, page, send, kept, services, learner } = await writing();
  const gone = { accountId: learner.id, courseId: course.id, lessonId: "gone", language: "ru", seq: 1, writtenAt: 1 };
  await services.store.write((tx) =>
    storeNote(tx, { ...gone, id: services.newId(), activityId: "a-gone", response: { q1: { text: "An old text." } } }),
  );
  await write("new");
  expect((await page()).notes).toMatchObject([
    { activityId: NOTE },
    { activityId: "a-gone", lesson: null, asked: [], parts: [{ text: "An old text." }] },
  ]);
  await send([["activity", "a-gone"]]);
  expect((await kept()).map(({ activityId }) => activityId)).toEqual([NOTE]);
});

test("the download is plain text without a mark in front, for every editor", async () => {
  const { write, file, page, today } = await writing();
  expect(await (await file()).text()).toContain("You have not written a note");
  await write("Line one\nline two");
  const answer = await file();
  expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="notes-${course.id}.txt"`);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).not.toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  expect(text).toContain("Line one\r\nline two\r\n");
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(text).toContain(formatDate(today(), "en"));
  expect(text).toContain(lesson.title.en);
  expect(await (await file(undefined, "be")).text()).toContain("Мае запісы");
  expect((await page()).notes).toHaveLength(1);
});

test("deleting asks first, and then leaves nothing of the text", async () => {
  const { write, page, send, kept } = await writing();
  await write("one");
  expect((await page(`?delete=${NOTE}`)).deleting).toHaveLength(1);
  expect(await kept()).toHaveLength(1);
  const answer = (await send([
    ["activity", NOTE],
    ["intent", "delete"],
  ])) as Response;
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `${ADDRESS}?deleted`]);
  expect(await kept()).toEqual([]);
  expect((await page("?deleted")).deleted).toBe(true);
  // Sent twice, it is done once.
  expect(((await send([["activity", NOTE]])) as Response).status).toBe(303);
  await write("two");
  expect((await page("?deleteAll")).deleting).toHaveLength(1);
  await send([["intent", "delete-all"]]);
  expect(await kept()).toEqual([]);
});

test("there is no way to anybody else's notes, whatever somebody's role is", async () => {
  const { write, page, file, send, kept, person, signedIn, services } = await writing();
  await write("SECRET");
  for (const role of ["author", "issuer", "admin"] satisfies GrantedRole[]) {
    const other = await person(`${role}@example.org`);
    await services.store.write((tx) =>
      grantRole(tx, { id: services.newId(), accountId: other.id, role, at: services.now() }),
    );
    const cookie = await signedIn(other.id);
    expect(JSON.stringify(await page("", cookie))).not.toContain("SECRET");
    expect(await (await file(cookie)).text()).not.toContain("SECRET");
    expect((await thrown(page(`?delete=${NOTE}`, cookie))).status).toBe(404);
    await send([["activity", NOTE]], cookie);
    await send([["intent", "delete-all"]], cookie);
  }
  expect(await kept()).toMatchObject([{ response: "SECRET" }]);
  expect((await thrown(page("", null))).status).toBe(302);
  expect((await thrown(file(null))).status).toBe(302);
  expect((await thrown(send([["intent", "delete-all"]], null))).status).toBe(401);
});

test("a form that names no note deletes nothing", async () => {
  const { write, send, kept } = await writing();
  await write("one");
  expect((await thrown(send([["intent", "delete"]]))).status).toBe(404);
  expect(await kept()).toHaveLength(1);
});

test("without script, a note is saved and said to be, and an emptied one is no problem", async () => {
  const { sendLesson, readLesson, kept } = await writing();
  const saved = await sendLesson([[`${NOTE}.answer`, "a text"]]);
  expect([saved.status, saved.headers.get("location")]).toEqual([
    303,
    `/en/courses/${course.id}/${module.id}/${lesson.id}?saved=${NOTE}#${NOTE}`,
  ]);
  expect((await readLesson(`?saved=${NOTE}`)).activities[NOTE]).toMatchObject({ response: "a text", keeps: "note" });
  const emptied = await sendLesson([
    [`${NOTE}.answer`, ""],
    [`${NOTE}.shown`, '"a text"'],
  ]);
  expect(emptied.headers.get("location")).not.toContain("empty=");
  expect(await kept()).toEqual([]);
});

test("without script, a text that is too long stays in its field, with the reason, and what is stored is told apart", async () => {
  const { sendLesson, kept, write } = await writing();
  await write("short");
  const long = "ў".repeat(4001);
  const answer = await sendLesson([[`${NOTE}.answer`, long]]);
  expect(answer.status).toBe(422);
  expect(await answer.json()).toEqual({ refused: { activityId: NOTE, code: "text-too-long", response: long } });
  expect(await kept()).toMatchObject([{ response: "short" }]);
});
