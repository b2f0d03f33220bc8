import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { deleteNotes } from "#app/commands/delete-notes.server.ts";
import { saveNote } from "#app/commands/save-note.server.ts";
import type { Services } from "#app/commands/services.ts";
import { LANGUAGES, type Language } from "#app/domain/language.ts";
import { listNotesOf } from "#app/store/notes.server.ts";
import { listPlacesOf } from "#app/store/progress.server.ts";
import { course, fields, learningInstallation, lessonOf, module } from "./learning.ts";

const lesson = lessonOf("reading-data-critically");
const NOTE = "own-figure";
const foreign = { ok: false, problems: [{ code: "answer-foreign" }] };

function write(
  services: Services,
  accountId: string,
  text: string,
  given: { seq?: number; shown?: unknown; language?: Language; activityId?: string; lessonId?: string } = {},
) {
  const { seq = services.now(), shown, language = "en", activityId = NOTE, lessonId = lesson.id } = given;
  return saveNote(services, {
    accountId,
    course,
    module,
    lesson: lessonOf(lessonId),
    activityId,
    fields: fields(
      [`${activityId}.answer`, text],
      ...(shown === undefined ? [] : [[`${activityId}.shown`, JSON.stringify(shown)] as [string, string]]),
    ),
    seq,
    language,
  });
}

const kept = (services: Services, accountId: string) =>
  services.store.read((db) => listNotesOf(db, { accountId, courseId: course.id }));
const textOf = async (services: Services, accountId: string) => (await kept(services, accountId))[0]?.response ?? null;

test("a note is kept with its day and language, and its writer's place is remembered", async () => {
  const { services, learner, clock, flushPlaces } = await learningInstallation();
  expect(await write(services, learner.id, " Placements,\r\nby month. ", { language: "be" })).toEqual({
    ok: true,
    value: { response: "Placements,\nby month." },
  });
  expect(await kept(services, learner.id)).toMatchObject([
    {
      activityId: NOTE,
      lessonId: lesson.id,
      response: "Placements,\nby month.",
      language: "be",
      writtenAt: clock.now,
      seq: clock.now,
    },
  ]);
  await flushPlaces();
  const owner = { accountId: learner.id, courseId: course.id };
  expect(await services.store.read((db) => listPlacesOf(db, owner))).toMatchObject([{ anchor: NOTE }]);
});

test("an older text never overwrites a newer one, and the same one sent again is harmless", async () => {
  const { services, learner, clock } = await learningInstallation();
  await write(services, learner.id, "new", { seq: clock.now - 1 });
  expect(await write(services, learner.id, "new", { seq: clock.now - 1 })).toMatchObject({ ok: true });
  expect(await write(services, learner.id, "old", { seq: clock.now - 2 })).toEqual({
    ok: false,
    problems: [{ code: "answer-stale" }],
  });
  expect(await textOf(services, learner.id)).toBe("new");
});

test("a page that was not touched does not overwrite what another device has saved since", async () => {
  const { services, learner, clock } = await learningInstallation();
  await write(services, learner.id, "first");
  clock.now += 1000;
  await write(services, learner.id, "written elsewhere");
  clock.now += 1000;
  expect(await write(services, learner.id, "first", { shown: "first" })).toMatchObject({ ok: true });
  expect(await textOf(services, learner.id)).toBe("written elsewhere");
  expect(await write(services, learner.id, "", { shown: null })).toMatchObject({ ok: true });
  expect(await textOf(services, learner.id)).toBe("written elsewhere");
  expect(await write(services, learner.id, "touched", { shown: "first" })).toMatchObject({ ok: true });
  expect(await textOf(services, learner.id)).toBe("touched");
});

test("a note is one note in every language", async () => {
  const { services, learner, clock } = await learningInstallation();
  for (const language of LANGUAGES) {
    clock.now += 1000;
    await write(services, learner.id, `in ${language}`, { language });
  }
  expect(await kept(services, learner.id)).toMatchObject([{ response: "in be", language: "be" }]);
});

test("an emptied note is deleted", async () => {
  const { services, learner, clock } = await learningInstallation();
  await write(services, learner.id, "a text");
  clock.now += 1;
  expect(await write(services, learner.id, " \n ")).toEqual({ ok: true, value: { response: null } });
  expect(await kept(services, learner.id)).toEqual([]);
});

test("a text that is too long is refused, and what was kept stays", async () => {
  const { services, learner, clock } = await learningInstallation();
  await write(services, learner.id, "ў".repeat(4000));
  clock.now += 1;
  expect(await write(services, learner.id, "ў".repeat(4001))).toEqual({
    ok: false,
    problems: [{ code: "text-too-long" }],
  });
  expect(await textOf(services, learner.id)).toBe("ў".repeat(4000));
});

test("a graded question, a note of another lesson, and what does not exist take no note", async () => {
  const { services, learner } = await learningInstallation();
  expect(await write(services, learner.id, "a", { activityId: "two-tables-one-rise" })).toEqual(foreign);
  expect(await write(services, learner.id, "a", { lessonId: "words-that-matter" })).toEqual(foreign);
  expect(await write(services, learner.id, "a", { activityId: "constructor" })).toEqual(foreign);
  expect(await kept(services, learner.id)).toEqual([]);
});

test("a deleted note leaves no text in the rows of the database, and what was typed before does not come back", async () => {
  const { services, learner, clock, folder, person } = await learningInstallation();
  const other = await person("olga@example.org");
  await write(services, learner.id, "SECRET of one's own");
  await write(services, other.id, "somebody else's");
  const typedBefore = clock.now + 500;
  clock.now += 1000;
  const given = { accountId: learner.id, courseId: course.id };
  expect(await deleteNotes(services, { ...given, activityId: NOTE })).toBe(1);
  expect(await deleteNotes(services, { ...given, activityId: NOTE })).toBe(0);

  const file = new Database(join(folder, "waymark.sqlite"), { readonly: true });
  onTestFinished(() => void file.close());
  const tables = file.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  const rows = tables.flatMap((name) => file.prepare(`select * from "${name}"`).all());
  expect(JSON.stringify(rows)).not.toContain("SECRET");
  expect(JSON.stringify(rows)).toContain("somebody else's");
  expect(file.prepare("select response from notes where account_id = ?").pluck().all(learner.id)).toEqual([null]);

  expect(await write(services, learner.id, "SECRET of one's own", { seq: typedBefore })).toMatchObject({ ok: false });
  expect(await kept(services, learner.id)).toEqual([]);
});

test("everything that somebody wrote in a course is deleted at once, and nothing of anybody else", async () => {
  const { services, learner, clock, person } = await learningInstallation();
  const other = await person("olga@example.org");
  await write(services, learner.id, "mine");
  await write(services, other.id, "theirs");
  clock.now += 1;
  const given = { courseId: course.id, activityId: null };
  expect(await deleteNotes(services, { ...given, accountId: learner.id })).toBe(1);
  expect(await deleteNotes(services, { ...given, accountId: learner.id })).toBe(0);
  expect([await kept(services, learner.id), await textOf(services, other.id)]).toEqual([[], "theirs"]);
});
