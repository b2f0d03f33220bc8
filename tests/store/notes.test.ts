import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { clearNotes, listNotesOf, type Note, saveNote } from "#app/store/notes.server.ts";
import { insertLearner, NOW, openFreshStore } from "./fresh-store.ts";

const store = await openFreshStore();
const courseId = "course";

function noteOf(accountId: string, more: Partial<Note> = {}): Note {
  return {
    id: randomUUID(),
    accountId,
    courseId,
    lessonId: "words",
    activityId: "n1",
    response: "A thought.",
    seq: NOW,
    language: "be",
    writtenAt: NOW,
    ...more,
  };
}
const save = (note: Note) => store.write((tx) => saveNote(tx, note));
const clear = (accountId: string, more: { activityId?: string; at?: number; courseId?: string } = {}) =>
  store.write((tx) => clearNotes(tx, { accountId, courseId, activityId: null, at: NOW + 1000, ...more }));
const kept = (accountId: string, of = courseId) => store.read((db) => listNotesOf(db, { accountId, courseId: of }));
const textsOf = async (accountId: string) => (await kept(accountId)).map(({ response }) => response);

test("a note is kept as it was written, with its day and its language", async () => {
  const { id } = await insertLearner(store);
  const note = noteOf(id, { response: { q1: { text: 'Ўў "𝒜"\n\\', verdict: "met" } } });
  expect(await save(note)).toBe("saved");
  expect(await kept(id)).toEqual([note]);
});

test("only the newest text is kept, whatever order the texts come in", async () => {
  const { id } = await insertLearner(store);
  expect(await save(noteOf(id, { seq: NOW + 2, response: "second" }))).toBe("saved");
  expect(await save(noteOf(id, { seq: NOW + 1, response: "first" }))).toBe("stale");
  expect(await textsOf(id)).toEqual(["second"]);
  expect(await save(noteOf(id, { seq: NOW + 3, response: "third", lessonId: "moved", language: "ru" }))).toBe("saved");
  expect(await kept(id)).toMatchObject([{ response: "third", lessonId: "moved", language: "ru" }]);
});

test("a text that is sent again is saved; another one with the same count is not", async () => {
  const { id } = await insertLearner(store);
  const note = noteOf(id);
  expect([await save(note), await save({ ...note, id: randomUUID() })]).toEqual(["saved", "saved"]);
  expect(await save(noteOf(id, { response: "Another." }))).toBe("stale");
  expect(await textsOf(id)).toEqual(["A thought."]);
});

test("thirty texts at once leave the newest", async () => {
  const { id } = await insertLearner(store);
  const seqs = Array.from({ length: 30 }, (_, at) => (at * 7) % 30);
  await Promise.all(seqs.map((seq) => save(noteOf(id, { seq: NOW + seq, response: `text ${seq}` }))));
  expect(await textsOf(id)).toEqual(["text 29"]);
});

test("a note that was taken back is listed no more, and a new one can be written", async () => {
  const { id } = await insertLearner(store);
  await save(noteOf(id));
  expect(await save(noteOf(id, { seq: NOW + 1, response: null }))).toBe("saved");
  expect(await kept(id)).toEqual([]);
  expect(await save(noteOf(id, { seq: NOW + 1, response: null }))).toBe("saved");
  await save(noteOf(id, { seq: NOW + 2, response: "Again." }));
  expect(await textsOf(id)).toEqual(["Again."]);
});

test("nobody is listed anybody else's notes, nor those of another course", async () => {
  const [one, other] = [await insertLearner(store), await insertLearner(store)];
  await save(noteOf(one.id, { response: "mine" }));
  await save(noteOf(one.id, { response: "elsewhere", courseId: "another" }));
  await save(noteOf(other.id, { response: "theirs" }));
  expect([await textsOf(one.id), await textsOf(other.id)]).toEqual([["mine"], ["theirs"]]);
  expect(await kept(one.id, "another")).toMatchObject([{ response: "elsewhere" }]);
});

test("one note is deleted, and a text that was typed before does not bring it back", async () => {
  const [one, other] = [await insertLearner(store), await insertLearner(store)];
  for (const { id } of [one, other]) {
    await save(noteOf(id));
    await save(noteOf(id, { activityId: "n2" }));
  }
  expect(await clear(one.id, { activityId: "n1" })).toBe(1);
  expect(await clear(one.id, { activityId: "n1" })).toBe(0);
  expect(await clear(one.id, { activityId: "unknown" })).toBe(0);
  expect((await kept(one.id)).map(({ activityId }) => activityId)).toEqual(["n2"]);
  expect(await save(noteOf(one.id, { seq: NOW + 999, response: "late" }))).toBe("stale");
  expect(await kept(other.id)).toHaveLength(2);
  expect(await save(noteOf(one.id, { seq: NOW + 1001, response: "new" }))).toBe("saved");
});

test("all notes of a course are deleted at once, and none of another course or learner", async () => {
  const [one, other] = [await insertLearner(store), await insertLearner(store)];
  for (const activityId of ["n1", "n2", "n3"]) await save(noteOf(one.id, { activityId }));
  await save(noteOf(one.id, { courseId: "another" }));
  await save(noteOf(other.id));
  expect(await clear(one.id)).toBe(3);
  expect([await kept(one.id), await kept(one.id, "another"), await kept(other.id)].map(({ length }) => length)).toEqual(
    [0, 1, 1],
  );
});

test("a count that ran ahead of the deletion stays the higher one", async () => {
  const { id } = await insertLearner(store);
  await save(noteOf(id, { seq: NOW + 5000 }));
  await clear(id);
  expect(await save(noteOf(id, { seq: NOW + 4000, response: "late" }))).toBe("stale");
  expect(await save(noteOf(id, { seq: NOW + 5001, response: "new" }))).toBe("saved");
});
