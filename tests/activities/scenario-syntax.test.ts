/** A scenario as authors write it: what becomes of it, and what they are told when it cannot be gone through. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { scenario, type ScenarioPublic } from "#app/activities/scenario/definition.ts";
import { metersOf } from "#app/activities/scenario/meter-names.ts";
import { readWay, splitWay, weightOf } from "#app/activities/scenario/ways.ts";
import { FIXTURES, lessonWith, readLesson, shown } from "../compiler/fixtures.ts";

function read(body: string, attributes = ' meters="trust/safety"') {
  const { page, problems } = readLesson(
    lessonWith(`<Scenario id="case" outcome="m1.o1"${attributes}>\n${body}\n</Scenario>`),
  );
  const draft = page?.activities[0]?.draft ?? null;
  return { draft, public: draft?.public as ScenarioPublic | undefined, problems };
}

const CITE = '<Cite id="treaty-1990" at="Art. 1" />';
const SMALL = `You are at the desk.

What do you do?

### At the desk

A man waits.

- Ask him in. → The talk (trust +)
  > He talks.${CITE}
- Let him wait. -> The corridor (trust −−, safety −)
  > He is afraid.

### The corridor

He looks at the door.

→ At the desk

### Ending: The talk

He tells you what he wants.

### Debrief

Ask first.${CITE}`;

test("scenes, choices and endings become a graph with the ids of the file's order", () => {
  const { draft, problems, public: activity } = read(SMALL);
  expect(problems.map(shown)).toEqual([]);
  expect(scenario.PublicSchema.parse(activity)).toEqual(activity);
  expect(activity?.stem).toEqual(["What do you do?"]);
  expect(activity?.setting).toEqual([{ el: "p", children: ["You are at the desk."] }]);
  expect(activity?.scenes.map(({ id, title, ending }) => [id, title, ending])).toEqual([
    ["n1", "At the desk", false],
    ["n2", "The corridor", false],
    ["n3", "The talk", true],
  ]);
  expect(activity?.scenes[0]?.ways.map(({ norm, ...way }) => way)).toEqual([
    { id: "a", words: "Ask him in.", to: "n3", effects: [1, 0] },
    { id: "b", words: "Let him wait.", to: "n2", effects: [-2, -1] },
  ]);
  expect(activity?.scenes[1]?.ways).toEqual([{ id: "a", words: "", to: "n1", effects: [0, 0], norm: [] }]);
  expect(draft?.parts).toEqual({ scenes: 3, choices: 3, meters: 2, "content notes": 0, summaries: 0 });
  expect(draft?.feedback).toEqual({ parts: {}, explanation: [] });
});

test("the endings, the debrief and the summary are named in the words of each language", () => {
  for (const [ending, debrief, summary] of [
    ["Ending", "Debrief", "Summary"],
    ["Финал", "Разбор", "Кратко"],
    ["Фінал", "Разбор", "Коратка"],
  ]) {
    const body = SMALL.replace("### Ending:", `### ${ending} :`).replace("Debrief", `${debrief}`);
    const { public: activity, problems } = read(
      `${body}\n\n### ${summary}\n\nIn short.`,
      ' meters="trust/safety" note="Fear."',
    );
    expect(problems.map(shown), ending).toEqual([]);
    expect(activity?.scenes[2]).toMatchObject({ title: "The talk", ending: true });
    expect(activity?.note).toBe("Fear.");
    expect(activity?.summary).toEqual([{ el: "p", children: ["In short."] }]);
  }
});

test("whatever a translation calls its scenes and meters, the same graph is the same data", () => {
  const other = SMALL.replaceAll("At the desk", "За столом")
    .replaceAll("The corridor", "Коридор")
    .replaceAll("The talk", "Разговор")
    .replaceAll("trust", "доверие");
  expect(read(other, ' meters="доверие/safety"').draft?.key).toEqual(read(SMALL).draft?.key);
  expect(read(SMALL.replace("(trust +)", "(trust ++)")).draft?.key).not.toEqual(read(SMALL).draft?.key);
  expect(read(SMALL.replace("in. → The talk", "in. → The corridor")).draft?.key).not.toEqual(read(SMALL).draft?.key);
});

test("figures of the case need no source, what the quotations and the debrief claim does", () => {
  const at = (body: string) => read(body).problems.map(({ code, line }) => [code, line]);
  expect(
    at(SMALL.replace("A man waits.", "A man has waited 40 days.").replace("Ask him in.", "Ask him 20 things.")),
  ).toEqual([]);
  expect(at(SMALL.replace("He is afraid.", "It was 12 % in 2024."))).toEqual([["claim-without-source", 20]]);
  expect(at(SMALL.replace(`Ask first.${CITE}`, "In 2024 it was 12 %."))).toEqual([["claim-without-source", 34]]);
});

test("a scene of more than seventy words is named, and no error", () => {
  const sentence = (count: number) => `Word${" word".repeat(count - 1)}.`;
  const long = [31, 38, 2].map(sentence).join(" ");
  const { problems, draft } = read(SMALL.replace("A man waits.", long));
  expect(problems.map(({ severity, message }) => [severity, message])).toEqual([
    ["warning", '“At the desk” of <Scenario id="case"> has 71 words; a scene has at most 70.'],
  ]);
  expect(draft).not.toBeNull();
});

test.each<[written: string, from: string, to: string, codes: string[]]>([
  ["an empty body", SMALL, "", ["scenario-without-stem", "scenario-without-debrief", "scenario-without-scenes"]],
  ["one choice", "- Let him wait. -> The corridor (trust −−, safety −)\n  > He is afraid.\n", "", ["scene-choices"]],
  ["a scene that is not there", "→ The talk", "→ The walk", ["scene-unknown"]],
  ["a meter that is not there", "(trust +)", "(trst +)", ["meter-unknown"]],
  ["a meter twice", "(trust −−, safety −)", "(trust −−, trust −)", ["meter-repeated"]],
  ["an effect without a sign", "(trust −−, safety −)", "(trust −−, safety)", ["effect-unreadable"]],
  ["a choice without a way", " → The talk (trust +)", "", ["choice-without-way"]],
  ["a choice without a consequence", "\n  > He is afraid.", "", ["choice-without-consequence"]],
  ["a choice without words", "Ask him in. → ", "→ ", ["choice-without-words"]],
  ["a tag among the words", "Ask him in.", `Ask him in.${CITE}`, ["choice-words"]],
  ["twice the same words", "Let him wait.", "Ask him in.", ["choice-repeated"]],
  ["a paragraph in a choice", "\n  > He is afraid.", "\n  > He is afraid.\n\n  More.", ["choice-with-more"]],
  ["two scenes of one name", "### The corridor", "### at  the desk", ["scene-repeated", "scene-unknown"]],
  ["an ending without a name", "### Ending: The talk", "### Ending:", ["scene-unnamed"]],
  [
    "an ending with choices",
    "He tells you what he wants.",
    "Told.\n\n- Go. → At the desk\n  > So.\n- Stay. → The corridor\n  > So.",
    ["ending-with-choices"],
  ],
  ["a scene that leads nowhere", "\n→ At the desk\n", "", ["scene-without-way"]],
  ["a scene in which nothing is told", "A man waits.", "", ["scene-empty"]],
  ["text under the choices", "  > He is afraid.\n", "  > He is afraid.\n\nAnd so on.\n", ["scene-with-more"]],
  [
    "no ending",
    "### Ending: The talk\n\nHe tells you what he wants.",
    "### The talk\n\nHe goes on.\n\n→ At the desk",
    ["scenario-without-ending"],
  ],
  ["a scene that nobody reaches", "-> The corridor", "-> The talk", ["scene-unreached"]],
  [
    "a circle without a way out",
    "He looks at the door.\n\n→ At the desk",
    "He looks.\n\n→ The corridor",
    ["scene-without-end"],
  ],
  ["no debrief", `### Debrief\n\nAsk first.${CITE}`, "", ["scenario-without-debrief"]],
  ["an empty debrief", `Ask first.${CITE}`, "", ["scene-empty"]],
  ["no question", "You are at the desk.\n\nWhat do you do?", "- a list", ["scenario-without-stem"]],
  ["a heading of another level", "### The corridor", "#### The corridor", ["heading-place"]],
  ["a table in a scene", "A man waits.", "| a |\n|---|\n| b |", ["not-in-activity"]],
  ["a box", "- Ask him in.", "- [x] Ask him in.", ["box-outside-question"]],
  ["a tag inside", "A man waits.", '<Callout kind="remember">\nNo.\n</Callout>', ["tag-place", "not-in-activity"]],
])("of %s the author is told", (_, from, to, codes) => {
  expect(SMALL).toContain(from);
  const { problems } = read(SMALL.replace(from, to));
  expect(problems.map(({ code }) => code).filter((code) => codes.includes(code))).toEqual(codes);
  expect(problems.every(({ line, column }) => line > 0 && column > 0)).toBe(true);
});

test("six choices and sixty-one scenes are too many, five and sixty are not", () => {
  const choices = (count: number) =>
    SMALL.replace(
      /- Ask him in[\s\S]*afraid\./,
      Array.from({ length: count }, (_, at) => `- Way ${at}. → ${at ? "The talk" : "The corridor"}\n  > So.`).join(
        "\n",
      ),
    );
  expect(read(choices(5)).problems.map(shown)).toEqual([]);
  expect(read(choices(6)).problems.map(({ code }) => code)).toEqual(["scene-choices"]);
  const chain = (count: number) =>
    `What now?\n\n${Array.from({ length: count - 1 }, (_, at) => `### Scene ${at}\n\nGo.\n\n→ Scene ${at + 1}\n`).join("\n")}\n### Ending: Scene ${count - 1}\n\nDone.\n\n### Debrief\n\nSo.`;
  expect(read(chain(60)).problems.map(shown)).toEqual([]);
  expect(read(chain(61)).problems.map(({ code }) => code)).toEqual(["scenario-too-big"]);
});

test("a content note asks for a summary", () => {
  expect(read(SMALL, ' meters="trust/safety" note="Fear."').problems.map(({ code }) => code)).toEqual([
    "scenario-without-summary",
  ]);
});

test("brackets at the end of a way are effects when a sign stands in them, and else belong to the name", () => {
  expect(readWay("The talk (in the evening)")).toEqual({ title: "The talk (in the evening)", effects: [] });
  expect(readWay("The talk (in the evening) (trust ↑; choice of the person ––)")).toEqual({
    title: "The talk (in the evening)",
    effects: [
      { meter: "trust", sign: "↑" },
      { meter: "choice of the person", sign: "––" },
    ],
  });
  expect(["+", "++", "−", "--", "–", "↑↑", "↓"].map(weightOf)).toEqual([1, 2, -1, -2, -1, 2, -1]);
  const text = (value: string) => ({ type: "paragraph", children: [{ type: "text", value }] });
  expect(splitWay(text("A step-by-step plan -> B")).way?.title).toBe("B");
  expect(splitWay(text("A-->B")).way).toBeNull();
});

test("meters are one to four different names that an effect can name", () => {
  expect(metersOf("safety / trust/choice of  the person")).toEqual(["safety", "trust", "choice of the person"]);
  for (const value of [
    "a/a",
    "a/A",
    "a//b",
    "/",
    "a/b/c/d/e",
    "a(b)",
    "a, b",
    "trust +",
    `${"x".repeat(41)}/b`,
    "trust -",
  ]) {
    expect(metersOf(value), value).toBeNull();
  }
});

test("a body of any length and nonsense is told, never a crash", () => {
  const lines = [
    "### A",
    "→ A",
    "- x → A (",
    "  > q",
    "- → ",
    "### Ending:",
    "### Debrief",
    "->",
    "text (a +)",
    "",
    "### ",
    "- [ ] x",
    "1. → A (+)",
  ];
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let round = 0; round < 300; round += 1) {
    const body = Array.from({ length: next(30) }, () => lines[next(lines.length)]).join("\n");
    const { problems } = read(body);
    expect(problems.length).toBeGreaterThan(0);
  }
  const huge = `${SMALL}\n\n${"### A\n\nx\n\n".repeat(3000)}`;
  expect(read(huge).problems.length).toBeGreaterThan(0);
});

test("the case of the licence renewal, with all its ways, endings and meters, can be written", () => {
  const text = readFileSync(path.join(FIXTURES, "../scenarios/licence-renewal.mdx"), "utf8");
  const { page, problems } = readLesson(text);
  expect(problems.map(shown)).toEqual([]);
  const activity = scenario.PublicSchema.parse(page?.activities[0]?.draft?.public);
  expect(
    activity.scenes.map(({ ending, ways }) =>
      ending ? `E${ways.map(({ to }) => to)}` : ways.map(({ to }) => to).join(" "),
    ),
  ).toEqual([
    ...["n2 n3 n4", "n9", "n4 n10", "n5 n6 n6", "n6 n11", "n11 n7 n8", "n12 n13 n11", "n7"],
    ...["En1", "E", "E", "E", "E"],
  ]);
});
