import { useKindWords } from "#app/ui/kind-words.ts";
import { RichText } from "#app/ui/rich-text.tsx";
import { changeOf } from "./meters.tsx";
import type { ScenarioPublic } from "./definition.ts";
import { words } from "./words.ts";

/**
 * Every scene with its choices and what follows from them, in the order of the file. The text stands beside the element that opens it and not in it:
 * so that paper, on which nothing is opened, has it in every browser.
 */
export function AllPaths({ activity, prefix }: { activity: ScenarioPublic; prefix: string }) {
  const t = useKindWords(words);
  const { scenes, meters, debrief, summary } = activity;
  const titleOf = (id: string) => scenes.find((scene) => scene.id === id)?.title;
  return (
    <>
      <details className="scenario-all">
        <summary>{t("paths")}</summary>
      </details>
      <div className="scenario-paths">
        <p className="scenario-title on-paper">{t("paths")}</p>
        <ol>
          {scenes.map(({ id, title, text, ending, ways }) => (
            <li key={id} id={`${prefix}-${id}`} tabIndex={-1}>
              <p className="scenario-title">
                {ending && <span className="scenario-ending">{t("ending")}</span>}
                {title}
              </p>
              <RichText nodes={text} />
              {ways.length > 0 && (
                <ul>
                  {ways.map((way) => (
                    <li key={way.id}>
                      {way.words && <p className="scenario-option">{way.words}</p>}
                      <RichText nodes={way.norm} />
                      <p className="scenario-leads">
                        {t("leads")} <a href={`#${prefix}-${way.to}`}>{titleOf(way.to)}</a>
                        {effectsIn(way.effects)}
                      </p>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
        <p className="scenario-title">{t("debrief")}</p>
        <RichText nodes={debrief} />
        {summary.length > 0 && (
          <>
            <p className="scenario-title">{t("summary")}</p>
            <RichText nodes={summary} />
          </>
        )}
      </div>
    </>
  );

  function effectsIn(effects: readonly number[]): string {
    return effects
      .flatMap((effect, index) => {
        const change = changeOf(effect);
        return change ? [` · ${meters[index]}: ${t(change)}`] : [];
      })
      .join("");
  }
}
