import { useEffect, useRef, useState } from "react";
import { plainText } from "#app/domain/rich-text.ts";
import { RichText } from "#app/ui/rich-text.tsx";
import { useKindWords } from "#app/ui/kind-words.ts";
import type { ExhibitViewProps } from "../activity-state.ts";
import type { DecideNode, DecidePublic } from "./definition.ts";
import { words } from "./words.ts";

/** One answer that was given: at which node, and which one. */
interface Given {
  node: number;
  answer: number;
}

/**
 * The tree as a numbered list whose answers are links to numbers: all that paper and a page without script need. With script it asks one
 * question at a time, and the list can be opened beside it.
 */
export function DecideView({ exhibit, prefix }: ExhibitViewProps<DecidePublic>) {
  const t = useKindWords(words);
  const [scripted, setScripted] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => setScripted(true), []);
  const folded = scripted && !open;
  const treeId = `${prefix}-tree`;
  return (
    <div className="decide">
      <RichText nodes={exhibit.intro} />
      {scripted && (
        <div className="decide-steps">
          <Steps exhibit={exhibit} />
          <button
            type="button"
            className="button button-quiet button-small"
            aria-expanded={open}
            aria-controls={treeId}
            onClick={() => setOpen(!open)}
          >
            {t("showTree")}
          </button>
        </div>
      )}
      <section className={folded ? "decide-tree is-folded" : "decide-tree"} id={treeId} aria-label={t("tree")}>
        <p className="hint">{t("startOfTree")}</p>
        <ol>
          {exhibit.nodes.map((node) => (
            <li key={node.name} id={`${prefix}-${node.name}`} tabIndex={-1}>
              <TreeNode node={node} exhibit={exhibit} prefix={prefix} />
            </li>
          ))}
        </ol>
        <Closing exhibit={exhibit} />
        <p className="decide-read-on">{t("readOn")}</p>
      </section>
    </div>
  );
}

function TreeNode({ node, exhibit, prefix }: { node: DecideNode; exhibit: DecidePublic; prefix: string }) {
  const t = useKindWords(words);
  return (
    <>
      {node.answers.length === 0 && <p className="decide-label">{t("result")}</p>}
      <RichText nodes={node.text} />
      {node.answers.length > 0 && (
        <ul className="decide-ways">
          {node.answers.map(({ words: answer, to }) => (
            <li key={answer}>
              {`${answer}: `}
              <a href={`#${prefix}-${exhibit.nodes[to]?.name}`}>{t("goTo", { number: to + 1 })}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Steps({ exhibit }: { exhibit: DecidePublic }) {
  const t = useKindWords(words);
  const [given, setGiven] = useState<readonly Given[]>([]);
  const asked = useRef<HTMLElement>(null);
  const moved = useRef(false);
  const { node: lastNode, answer: lastAnswer } = given.at(-1) ?? { node: -1, answer: 0 };
  const place = exhibit.nodes[lastNode]?.answers[lastAnswer]?.to ?? 0;
  const current = exhibit.nodes[place];

  useEffect(() => {
    // Who has answered is led to what comes next; nobody is led anywhere when the page opens.
    if (moved.current && given) asked.current?.focus();
  }, [given]);

  function go(next: readonly Given[]) {
    moved.current = true;
    setGiven(next);
  }

  if (!current) return null;
  const isResult = current.answers.length === 0;
  const label = isResult ? t("result") : t("question", { number: given.length + 1 });
  return (
    <>
      {given.length > 0 && (
        <ol className="decide-trail" aria-label={t("soFar")}>
          {given.map((step, at) => {
            const node = exhibit.nodes[step.node];
            const answer = node?.answers[step.answer]?.words ?? "";
            return (
              <li key={node?.name}>
                <span>
                  {plainText(node?.text ?? [])} <b>{answer}</b>
                </span>
                <button
                  type="button"
                  className="decide-change"
                  aria-label={t("changeThis", { answer })}
                  onClick={() => go(given.slice(0, at))}
                >
                  {t("change")}
                </button>
              </li>
            );
          })}
        </ol>
      )}
      <section
        className={isResult ? "decide-now decide-result" : "decide-now"}
        ref={asked}
        tabIndex={-1}
        aria-label={label}
      >
        <p className="decide-label">{label}</p>
        <RichText nodes={current.text} />
        {isResult ? (
          <Closing exhibit={exhibit} />
        ) : (
          <ul className="decide-answers">
            {current.answers.map(({ words: answer }, at) => (
              <li key={answer}>
                <button type="button" onClick={() => go([...given, { node: place, answer: at }])}>
                  {answer}
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      <p className="visually-hidden" role="status">
        {given.length > 0 && `${label}. ${plainText(current.text)}`}
      </p>
      {given.length > 0 && (
        <button type="button" className="button button-small" onClick={() => go([])}>
          {t("again")}
        </button>
      )}
    </>
  );
}

function Closing({ exhibit }: { exhibit: DecidePublic }) {
  return (
    <div className="decide-closing">
      <RichText nodes={exhibit.closing} />
    </div>
  );
}
