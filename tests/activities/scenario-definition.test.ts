/** Walks through scenarios: of random graphs, by random choices, and by forms that nobody's page has sent. */
import { expect, test } from "vitest";
import { scenario, type ScenarioPublic, type ScenarioResponse } from "#app/activities/scenario/definition.ts";
import { levelOf, MAX_STEPS, metersAfter, sceneAfter, stepsOf } from "#app/activities/scenario/walk.ts";
import { readFileSync } from "node:fs";
import path from "node:path";
import { FIXTURES, lessonWith, readLesson } from "../compiler/fixtures.ts";

/** Chance that is the same on every machine. */
function chance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

const SIGNS = ["", "", " (trust +)", " (trust −)", " (safety −−)", " (trust ++, safety +)"];

/** A scenario as an author might write it, with ways that chance has chosen: many of them are refused. */
function randomBody(pick: (below: number) => number): string {
  const count = 2 + pick(6);
  const scenes = Array.from({ length: count }, (_, at) => {
    const way = () => `→ Scene ${pick(count)}${SIGNS[pick(SIGNS.length)]}`;
    if (pick(3) === 0 || at === count - 1) {
      return `### Ending: Scene ${at}\n\nIt ends.${pick(2) ? `\n\n${way()}` : ""}`;
    }
    if (pick(4) === 0) return `### Scene ${at}\n\nOn.\n\n${way()}`;
    const choices = Array.from({ length: 2 + pick(4) }, (_, index) => `- Choice ${index}.\n  ${way()}\n  > So.`);
    return `### Scene ${at}\n\nWhat now?\n\n${choices.join("\n")}`;
  });
  return `What do you do?\n\n${scenes.join("\n\n")}\n\n### Debrief\n\nSo.\n\n### Summary\n\nIn short.`;
}

function accepted(seed: number): ScenarioPublic | null {
  const body = `<Scenario id="case" outcome="m1.o1" meters="trust/safety">\n${randomBody(chance(seed))}\n</Scenario>`;
  const draft = readLesson(lessonWith(body)).page?.activities[0]?.draft;
  return draft ? scenario.PublicSchema.parse(draft.public) : null;
}

const seeds = Array.from({ length: 120 }, (_, index) => index * 7919 + 1);
const scenarios = seeds.flatMap((seed) => accepted(seed) ?? []);

function form(response: ScenarioResponse, ...pressed: string[]): URLSearchParams {
  const fields = new URLSearchParams([["answer.path", response.path.join("")]]);
  if (response.skipped) fields.append("answer.skipped", "1");
  for (const value of pressed) fields.append("answer", value);
  return fields;
}

const press = (activity: ScenarioPublic, response: ScenarioResponse | null, value: string) =>
  scenario.readResponse(activity, form(response ?? { path: [], skipped: false }, value));

/** Walks by chance until nothing leads on, at most so many steps. */
function walk(activity: ScenarioPublic, pick: (below: number) => number, most: number): ScenarioResponse {
  let response: ScenarioResponse = { path: [], skipped: false };
  for (let step = 0; step < most; step += 1) {
    const { ways } = sceneAfter(activity.scenes, stepsOf(activity.scenes, response.path));
    const way = ways[pick(ways.length || 1)];
    if (!way) break;
    response = press(activity, response, way.id) ?? response;
  }
  return response;
}

test("chance makes scenarios that the check accepts, and such that it refuses", () => {
  expect(scenarios.length).toBeGreaterThan(15);
  expect(scenarios.length).toBeLessThan(seeds.length);
});

test("every walk through an accepted scenario has ended, or goes on and can come to an ending", () => {
  for (const [index, activity] of scenarios.entries()) {
    for (let round = 0; round < 10; round += 1) {
      const { path: walked } = walk(activity, chance(index * 100 + round), 1 + round * 3);
      const steps = stepsOf(activity.scenes, walked);
      expect(steps).toHaveLength(walked.length);
      const scene = sceneAfter(activity.scenes, steps);
      expect(scene.ending || scene.ways.length > 0).toBe(true);
      const reached = new Set([scene.id]);
      for (const id of reached) {
        for (const { to } of activity.scenes.find((one) => one.id === id)?.ways ?? []) reached.add(to);
      }
      expect(activity.scenes.some(({ id, ending }) => ending && reached.has(id))).toBe(true);
    }
  }
});

test("going back undoes a step with all that it did, however long the walk", () => {
  for (const [index, activity] of scenarios.entries()) {
    let response: ScenarioResponse = { path: [], skipped: false };
    const seen: { response: ScenarioResponse; meters: number[] }[] = [];
    const metersOf = ({ path: walked }: ScenarioResponse) =>
      metersAfter(activity.meters.length, stepsOf(activity.scenes, walked));
    const pick = chance(index);
    for (let step = 0; step < 20; step += 1) {
      const { ways } = sceneAfter(activity.scenes, stepsOf(activity.scenes, response.path));
      const way = ways[pick(ways.length || 1)];
      if (!way) break;
      seen.push({ response, meters: metersOf(response) });
      response = press(activity, response, way.id) ?? response;
    }
    for (const before of seen.reverse()) {
      response = press(activity, response, "back") ?? response;
      expect(response).toEqual(before.response);
      expect(metersOf(response)).toEqual(before.meters);
    }
    expect(press(activity, response, "back")).toEqual({ path: [], skipped: false });
  }
});

test("what a form holds is read as what it was made from", () => {
  for (const [index, activity] of scenarios.entries()) {
    const walked = walk(activity, chance(index + 5), 12);
    for (const skipped of [false, true]) {
      if (walked.path.length === 0 && !skipped) continue;
      const response = { ...walked, skipped };
      expect(scenario.readResponse(activity, form(response))).toEqual(response);
      expect(scenario.ResponseSchema.parse(JSON.parse(JSON.stringify(response)))).toEqual(response);
    }
  }
});

test("a path that nobody can have walked is cut where it leaves the scenario, and never a crash", () => {
  const pick = chance(3);
  const letters = ["a", "b", "c", "d", "e", "f", "A", "1", " ", "é", "\u0000", "😀"];
  for (const activity of scenarios) {
    for (let round = 0; round < 20; round += 1) {
      const forged = Array.from({ length: pick(40) }, () => letters[pick(letters.length)] ?? "").join("");
      const fields = new URLSearchParams([
        ["answer.path", forged],
        ["answer", letters[pick(letters.length)] ?? ""],
        ["answer.skipped", String(pick(2))],
      ]);
      const response = scenario.readResponse(activity, fields);
      if (response === null) continue;
      expect(scenario.ResponseSchema.safeParse(response).success).toBe(true);
      expect(stepsOf(activity.scenes, response.path)).toHaveLength(response.path.length);
    }
  }
});

test.each([
  ["nothing at all", new URLSearchParams()],
  ["a file instead of a text", { getAll: () => [new Blob(["a"])] }],
  ["a button that is not there", new URLSearchParams([["answer", "z"]])],
  ["the name of a method", new URLSearchParams([["answer", "constructor"]])],
])("%s is no answer", (_, fields) => {
  for (const activity of scenarios) expect(scenario.readResponse(activity, fields)).toBeNull();
});

const renewal = (() => {
  const text = readFileSync(path.join(FIXTURES, "../scenarios/licence-renewal.mdx"), "utf8");
  return scenario.PublicSchema.parse(readLesson(text).page?.activities[0]?.draft?.public);
})();

test("a walk has a longest length, and whoever went in circles begins again or goes back", () => {
  let response: ScenarioResponse = { path: [], skipped: false };
  for (let round = 0; round < MAX_STEPS; round += 1) response = press(renewal, response, "a") ?? response;
  expect(response.path).toHaveLength(MAX_STEPS);
  expect(press(renewal, response, "a")).toEqual(response);
  expect(press(renewal, response, "back")?.path).toHaveLength(MAX_STEPS - 1);
  expect(press(renewal, response, "again")).toEqual({ path: [], skipped: false });
});

test("meters begin in the middle, stop at their ends, and are told as low, some and good", () => {
  const after = (walked: string) => metersAfter(3, stepsOf(renewal.scenes, [...walked])).map(levelOf);
  expect(after("")).toEqual(["some", "some", "some"]);
  expect(after("ca")).toEqual(["good", "some", "low"]);
  expect(after("caa")).toEqual(["good", "some", "low"]);
  expect(after("cbbb")).toEqual(["good", "good", "good"]);
  expect(metersAfter(3, stepsOf(renewal.scenes, [..."aaaaaaaaaaaa"]))).toEqual([0, 0, -2]);
});

test("skipping keeps the path and can be undone; a scenario without a summary cannot be skipped", () => {
  const [one] = scenarios;
  if (!one) throw new Error("no scenario");
  const skipped = press(one, null, "skip");
  expect(skipped).toEqual({ path: [], skipped: true });
  expect(press(one, skipped, "resume")).toEqual({ path: [], skipped: false });
  expect(press(one, { path: ["a"], skipped: true }, "resume")).toEqual({ path: ["a"], skipped: false });
  expect(press(renewal, null, "skip")).toBeNull();
  expect(scenario.readResponse(renewal, form({ path: ["a"], skipped: true }))).toEqual({ path: ["a"], skipped: false });
});

test("only choices of walks that have come to an ending count, each once", () => {
  const counted = (walked: string, skipped = false) => scenario.choicesIn?.(renewal, { path: [...walked], skipped });
  expect(counted("c")).toEqual([]);
  expect(counted("aa")).toEqual(["n1.a"]);
  expect(counted("aaaaa")).toEqual(["n1.a"]);
  expect(counted("aaa")).toEqual([]);
  expect(counted("cbbb")).toEqual(["n1.c", "n4.b", "n6.b", "n7.b"]);
  expect(counted("cbbb", true)).toEqual([]);
});
