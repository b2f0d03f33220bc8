import fc from "fast-check";
import { expect, test } from "vitest";
import { type PlanResponse, plan } from "#app/activities/plan/definition.ts";
import { ACTION_FIELDS, ACTION_IDS, CHECKS, openLines } from "#app/activities/plan/sheet.ts";
import { PLAN_LETTERS } from "#app/activities/plan/sheet.ts";
import { planOf } from "./plan-sample.ts";

const activity = planOf();

/** The fields that the view of a response sends. */
function fieldsOf({ lines, actions, finished }: PlanResponse): URLSearchParams {
  const fields = new URLSearchParams();
  for (const { id, text, check } of lines) {
    fields.append(`answer.${id}`, text.replaceAll("\n", "\r\n"));
    if (check) fields.append(`answer.${id}.check`, check);
  }
  for (const action of actions) {
    for (const field of ACTION_FIELDS) fields.append(`answer.${action.id}.${field}`, action[field]);
  }
  if (finished) fields.append("answer.finished", "yes");
  return fields;
}

const text = fc.oneof(
  fc.constant(""),
  fc.string({ maxLength: 60 }).map((written) => written.replace(/\r\n?/g, "\n").trim()),
  fc.constant("Пытанне\nі адказ"),
);
const day = fc.oneof(fc.constant(""), fc.constant("2026-12-31"), fc.constant("2028-02-29"));
const responses: fc.Arbitrary<PlanResponse> = fc
  .record({
    lines: fc.tuple(
      ...activity.lines.map(({ id }) =>
        fc.record({
          id: fc.constant(id),
          text: id === activity.actions ? fc.constant("") : text,
          check: fc.constantFrom(...CHECKS, null),
        }),
      ),
    ),
    actions: fc.tuple(
      ...ACTION_IDS.map((id) => fc.record({ id: fc.constant(id), what: text, who: text, by: day, money: text })),
    ),
    finished: fc.boolean(),
  })
  .map(({ lines, actions, finished }) => {
    const written: PlanResponse = {
      lines: lines.filter((line) => line.text !== "" || line.check !== null),
      actions: actions.filter(({ what, who, by, money }) => `${what}${who}${by}${money}` !== ""),
      finished: false,
    };
    return { ...written, finished: finished && openLines(activity, written).length === 0 };
  });

test("what was written is read as it was written, however often it is sent", () => {
  fc.assert(
    fc.property(responses, (response) => {
      const read = plan.readResponse(activity, fieldsOf(response));
      const empty = response.lines.length === 0 && response.actions.length === 0;
      expect(read).toEqual(empty ? null : response);
      if (read === null) return;
      expect(plan.ResponseSchema.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
      expect(plan.readResponse(activity, fieldsOf(read))).toEqual(read);
    }),
  );
});

test("fields that the plan does not have, checks that there are not, and repeated fields are dropped", () => {
  const honest: [string, string][] = [
    ["answer.l1", "A locked door"],
    ["answer.a1.what", "Open it"],
  ];
  const name = fc.constantFrom(
    "answer",
    "answer.l9",
    "answer.a4.what",
    "answer.l1.check",
    "answer.a1.cost",
    "finished",
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.constantFrom("forged", "yes", "l1"))), (forged) => {
      expect(plan.readResponse(activity, new URLSearchParams([...honest, ...forged]))).toEqual({
        lines: [{ id: "l1", text: "A locked door", check: null }],
        actions: [{ id: "a1", what: "Open it", who: "", by: "", money: "" }],
        finished: false,
      });
    }),
  );
  const twice = new URLSearchParams([...honest, ["answer.l1", "Another text"]]);
  expect(plan.readResponse(activity, twice)?.lines).toEqual([]);
  const file = { getAll: () => [new File(["x"], "x.txt")] };
  expect(plan.readResponse(activity, file)).toBeNull();
});

test("a plan is finished only when each line has a text, and an action only counts when it says what is done", () => {
  const all: PlanResponse = {
    lines: [
      { id: "l1", text: "A locked door", check: "met" },
      { id: "l3", text: "No names", check: null },
    ],
    actions: [{ id: "a2", what: "Open it", who: "The head", by: "2026-12-31", money: "" }],
    finished: true,
  };
  expect(openLines(activity, all)).toEqual([]);
  expect(plan.readResponse(activity, fieldsOf(all))?.finished).toBe(true);
  const noAction = { ...all, actions: [{ id: "a1" as const, what: "", who: "The head", by: "", money: "1" }] };
  for (const lacking of [noAction, { ...all, actions: [] }, { ...all, lines: all.lines.slice(1) }]) {
    expect(openLines(activity, lacking)).toHaveLength(1);
    expect(plan.readResponse(activity, fieldsOf(lacking))?.finished).toBe(false);
  }
  expect(openLines(activity, null)).toEqual(activity.lines);
  expect(plan.readResponse(activity, new URLSearchParams("answer.finished=yes"))).toBeNull();
  fc.assert(
    fc.property(responses, (response) => {
      const read = plan.readResponse(activity, fieldsOf({ ...response, finished: true }));
      expect(read?.finished ?? false).toBe(read !== null && openLines(activity, read).length === 0);
    }),
  );
});

test("a text of a field may have 2,000 characters and not one more; line ends of two signs count once", () => {
  const problemWith = (fields: [string, string][]) => {
    const response = plan.readResponse(activity, new URLSearchParams(fields));
    return response && plan.problemOf?.(activity, response);
  };
  const longest = "a".repeat(PLAN_LETTERS);
  for (const name of ["answer.l1", "answer.a3.what", "answer.a1.who", "answer.a2.money"]) {
    expect(problemWith([[name, `  ${longest}\r\n`]])).toBeNull();
    expect(problemWith([[name, `${longest}a`]])).toBe("text-too-long");
  }
  expect(problemWith([["answer.l1", "\r\n".repeat(10) + "a\r\n".repeat(1000)]])).toBeNull();
});

test.each([
  ["2026-12-31", "2026-12-31", null],
  ["31.12.2026", "2026-12-31", null],
  ["1. 2. 2027", "2027-02-01", null],
  ["2028-02-29", "2028-02-29", null],
  ["2027-02-29", "2027-02-29", "day-unreadable"],
  ["31.11.2026", "31.11.2026", "day-unreadable"],
  ["0026-12-31", "0026-12-31", "day-unreadable"],
  ["2101-01-01", "2101-01-01", "day-unreadable"],
  ["12/31/2026", "12/31/2026", "day-unreadable"],
  ["soon", "soon", "day-unreadable"],
])("the day %s is kept as %s, its problem being %s", (typed, kept, problem) => {
  const response = plan.readResponse(activity, new URLSearchParams([["answer.a1.by", typed]]));
  expect(response?.actions[0]?.by).toBe(kept);
  expect(response && plan.problemOf?.(activity, response)).toBe(problem);
});

test("the lines of a plan are those in which something is written", () => {
  const response = plan.readResponse(
    activity,
    new URLSearchParams([
      ["answer.l1.check", "met"],
      ["answer.a1.what", "Open the door"],
      ["answer.a1.by", "2026-12-31"],
      ["answer.a3.who", "The head"],
      ["answer.l3", "No names"],
    ]),
  );
  expect(response && plan.told?.(activity, response)).toEqual([
    { asked: ["Actions"], text: "Open the door · 2026-12-31\nThe head", verdict: null },
    { asked: ["Safeguards"], text: "No names", verdict: null },
  ]);
  expect(plan.recalls?.(activity)).toEqual(["first-thoughts"]);
});
