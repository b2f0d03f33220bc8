import type { ActivitySyntax, ActivityTag, SyntaxTools } from "../activity-syntax.ts";
import type { MarkdownNode } from "../markdown-node.ts";
import { nameOf } from "../parts-list.ts";
import type { ReflectPublic } from "./definition.ts";

/** A `<Reflect>`: the case, if there is one, the paragraph that asks, and perhaps a list of hints. */
export const reflectSyntax: ActivitySyntax = {
  kind: "reflect",
  reads: (tag) => tag.tag === "Reflect",
  parse(tag, tools) {
    const children = tag.node.children ?? [];
    const at = children.findIndex(({ type }) => type === "list");
    const before = at < 0 ? children : children.slice(0, at);
    const stem = before.at(-1);
    if (stem?.type !== "paragraph") {
      tools.report(
        "reflect-without-question",
        stem ?? tag.node,
        `${nameOf(tag)} does not ask anything.`,
        at < 0
          ? "Write the question as its last paragraph."
          : "Write the question as a paragraph right before the list.",
      );
      return null;
    }
    const [list, surplus] = at < 0 ? [] : children.slice(at);
    if (surplus) {
      tools.report(
        "reflect-with-more",
        surplus,
        `${nameOf(tag)} goes on after its list of hints.`,
        "Write one list alone, and the case before the question. An empty line between two lists may have parted them.",
      );
      return null;
    }
    const hints = list ? readHints(list, tag, tools) : [];
    if (!hints) return null;
    const activity: ReflectPublic = {
      kind: "reflect",
      id: tag.id,
      outcome: tag.outcome,
      setting: tools.blocks(before.slice(0, -1)),
      stem: tools.inline(stem.children ?? []),
      hints,
    };
    return {
      public: activity,
      key: null,
      feedback: { parts: {}, explanation: [] },
      parts: { hints: hints.length },
    };
  },
};

function readHints(list: MarkdownNode, tag: ActivityTag, tools: SyntaxTools): ReflectPublic["hints"] | null {
  const items = list.children ?? [];
  const odd = items.find(({ children = [] }) => children.length !== 1 || children[0]?.type !== "paragraph");
  if (odd) {
    tools.report(
      "hint-words",
      odd,
      `A hint of ${nameOf(tag)} is empty or has more than one paragraph.`,
      "Give each hint one sentence or two, and nothing under it.",
    );
    return null;
  }
  return items.map(({ children = [] }) => tools.inline(children[0]?.children ?? []));
}
