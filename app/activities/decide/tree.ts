/** What makes a decision tree whole: every way from the first question ends at a result, and every part lies on a way. */
import type { SyntaxTools } from "../activity-syntax.ts";
import type { MarkdownNode } from "../markdown-node.ts";

export interface Step {
  name: string;
  heading: MarkdownNode;
  text: MarkdownNode[];
  answers: { node: MarkdownNode; words: string; to: string }[];
  /** Whether it has a list of answers, even if none of them can be read. */
  asks: boolean;
}

export const MOST_NODES = 60;
export const MOST_ANSWERS = 8;

/**
 * Refuses answers that lead nowhere or back, parts that no answer leads to, questions without a choice, and results without a source.
 * @param tree how the tree is called in sentences
 */
export function checkTree(steps: readonly Step[], tree: string, refuse: SyntaxTools["report"]): void {
  const byName = new Map(steps.map((step) => [step.name, step]));
  let whole = true;
  for (const step of steps) {
    checkAnswers(step, tree, refuse);
    for (const { node, to } of step.answers) {
      if (byName.has(to)) continue;
      whole = false;
      refuse(
        "decide-dangling",
        node,
        `An answer of "${step.name}" of ${tree} leads to "${to}", which is nowhere in it.`,
        `Its names are ${[...byName.keys()].join(", ")}.`,
      );
    }
    if (!step.asks && !step.text.some(cites)) {
      refuse(
        "decide-without-source",
        step.heading,
        `The result "${step.name}" of ${tree} cites nothing.`,
        'Put <Cite id="…" at="…" /> after what it says; a question needs a list of answers.',
      );
    }
  }
  const reached = followed(steps, byName, (step, answer) =>
    refuse(
      "decide-loop",
      answer.node,
      `“${answer.words}” of "${step.name}" of ${tree} leads back to "${answer.to}".`,
      "Lead every answer on, to a question that was not asked yet or to a result.",
    ),
  );
  for (const { name, heading } of steps) {
    // With an answer that leads nowhere, this may be where it was to lead.
    if (reached.has(name) || !whole) continue;
    refuse(
      "decide-unreachable",
      heading,
      `No answer leads to "${name}" of ${tree}.`,
      "Link to it from an answer, or take it out.",
    );
  }
}

function checkAnswers({ name, heading, answers, asks }: Step, tree: string, refuse: SyntaxTools["report"]): void {
  const words = answers.map((answer) => answer.words.toLowerCase());
  const twice = answers.find((answer, at) => words.indexOf(answer.words.toLowerCase()) !== at);
  if (asks && (answers.length < 2 || answers.length > MOST_ANSWERS)) {
    refuse(
      "decide-answers",
      heading,
      `"${name}" of ${tree} has ${answers.length} answer${answers.length === 1 ? "" : "s"}.`,
      `Give a question 2 to ${MOST_ANSWERS} answers; a result has none.`,
    );
  }
  if (twice) {
    refuse(
      "decide-answers",
      twice.node,
      `"${name}" of ${tree} has the answer “${twice.words}” twice.`,
      "Give each answer words of its own.",
    );
  }
}

/** Names of the steps on all ways from the first one. @param back is told every answer that leads to a step on its own way */
function followed(
  steps: readonly Step[],
  byName: ReadonlyMap<string, Step>,
  back: (step: Step, answer: Step["answers"][number]) => void,
): Set<string> {
  const done = new Set<string>();
  const way = new Set<string>();
  const follow = (step: Step) => {
    way.add(step.name);
    for (const answer of step.answers) {
      const next = byName.get(answer.to);
      if (way.has(answer.to)) back(step, answer);
      else if (next && !done.has(next.name)) follow(next);
    }
    way.delete(step.name);
    done.add(step.name);
  };
  const [first] = steps;
  if (first) follow(first);
  return done;
}

function cites(node: MarkdownNode): boolean {
  return node.name === "Cite" || (node.children ?? []).some(cites);
}
