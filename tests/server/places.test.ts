import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Place } from "#app/commands/services.ts";
import { gatherPlaces } from "#app/server/places.ts";
import { listPlacesOf } from "#app/store/progress.server.ts";
import { StoreUnavailable } from "#app/store/store-errors.server.ts";
import { smallInstallation } from "../session/small-installation.ts";

const courseId = "labour-migration";

async function reading() {
  const { services, person, clock } = await smallInstallation();
  const { store } = services;
  const { id: accountId } = await person("anna@example.org");
  const errors: unknown[] = [];
  let writes = 0;
  const places = gatherPlaces({
    store: {
      ...store,
      write(change) {
        writes += 1;
        return store.write(change);
      },
    },
    newId: randomUUID,
    onError: (error) => errors.push(error),
  });
  onTestFinished(() => places.flush());
  return {
    ...places,
    store,
    errors,
    writes: () => writes,
    /** Sees a screen of a lesson, a second after the one before. */
    see(anchor: string | null, more: Partial<Place> = {}) {
      clock.now += 1000;
      places.remember({
        accountId,
        courseId,
        moduleId: "labour-migration-today",
        lessonId: "words-that-matter",
        anchor,
        seenAt: clock.now,
        ...more,
      });
    },
    async kept() {
      const rows = await store.read((db) => listPlacesOf(db, { accountId, courseId }));
      return rows.map(({ lessonId, anchor }) => [lessonId, anchor]);
    },
  };
}

test("what many learners see is written in one change, each lesson in its newest place", async () => {
  const { see, flush, writes, kept } = await reading();
  for (let screen = 1; screen <= 40; screen += 1) see(`s${screen}`);
  see("s2", { lessonId: "world-in-figures" });
  see("s7");
  expect(writes()).toBe(0);
  await flush();
  expect(writes()).toBe(1);
  expect(await kept()).toEqual([
    ["words-that-matter", "s7"],
    ["world-in-figures", "s2"],
  ]);
});

test("a place is written by itself within two seconds", async () => {
  const { see, kept } = await reading();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  see("s3");
  vi.advanceTimersByTime(1999);
  expect(await kept()).toEqual([]);
  vi.advanceTimersByTime(1);
  vi.useRealTimers();
  await vi.waitFor(async () => expect(await kept()).toEqual([["words-that-matter", "s3"]]));
});

test("opening a lesson again keeps the screen that was reached in it, before and after it was written", async () => {
  const { see, flush, kept } = await reading();
  see("s5");
  see(null);
  await flush();
  expect(await kept()).toEqual([["words-that-matter", "s5"]]);
  see("s2", { lessonId: "world-in-figures" });
  see(null);
  await flush();
  expect(await kept()).toEqual([
    ["words-that-matter", "s5"],
    ["world-in-figures", "s2"],
  ]);
});

test("a lesson that was merely opened begins at its first screen", async () => {
  const { see, flush, kept } = await reading();
  see(null);
  await flush();
  expect(await kept()).toEqual([["words-that-matter", "s1"]]);
});

test("going back in a lesson is remembered too", async () => {
  const { see, flush, kept } = await reading();
  see("s9");
  await flush();
  see("s4");
  await flush();
  expect(await kept()).toEqual([["words-that-matter", "s4"]]);
});

test("without anything to write, nothing is written", async () => {
  const { flush, writes } = await reading();
  await flush();
  expect(writes()).toBe(0);
});

test("a database that cannot be written is told and harms nobody", async () => {
  const { see, flush, store, errors } = await reading();
  await store.close();
  see("s1");
  await flush();
  expect(errors).toEqual([expect.any(StoreUnavailable)]);
});
