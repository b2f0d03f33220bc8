import type { PlanPublic } from "#app/activities/plan/definition.ts";
import { question } from "./view-props.tsx";

/** A plan of three lines; the second is written as actions. */
export function planOf(): PlanPublic {
  const line = (id: string, title: string, questions: string[] = []) => ({
    id,
    title,
    prompt: [`What about ${title.toLowerCase()}?`],
    questions: questions.map((text) => [text]),
    criterion: [{ el: "p" as const, children: [`${title} can be checked.`] }],
    model: [{ el: "p" as const, children: [`An invented office on ${title.toLowerCase()}.`] }],
  });
  return {
    ...question("my-plan"),
    kind: "plan",
    stem: ["Write your plan."],
    from: ["first-thoughts"],
    lines: [
      line("l1", "Problem"),
      line("l2", "Actions"),
      line("l3", "Safeguards", ["Could it harm?", "Who sees the data?"]),
    ],
    actions: "l2",
    modelIntro: [{ el: "p", children: ["So wrote an invented office."] }],
  };
}
