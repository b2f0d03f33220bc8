import { useKindWords } from "#app/ui/kind-words.ts";
import { RichText } from "#app/ui/rich-text.tsx";
import type { ScenarioPublic } from "./definition.ts";
import type { Scene, Step } from "./walk.ts";
import { words } from "./words.ts";

/** The learner's choices side by side with the norm and, where enough have chosen, with what others did; then what the case teaches. */
export function Debrief({
  activity,
  steps,
  others,
}: {
  activity: ScenarioPublic;
  steps: readonly Step[];
  others: Record<string, number> | null;
}) {
  const t = useKindWords(words);
  const chosen = steps.filter(({ way }) => way.words !== "");
  return (
    <div className="scenario-debrief">
      {chosen.length > 0 && (
        <table className="scenario-path">
          <caption>{t("path")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("pathChoice")}</th>
              <th scope="col">{t("pathNorm")}</th>
              {others && <th scope="col">{t("pathOthers")}</th>}
            </tr>
          </thead>
          <tbody>
            {chosen.map(({ scene, way }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a way is walked in one order, and may come to a scene twice
              <tr key={index}>
                <td data-label={t("pathChoice")}>
                  <span className="scenario-scene">{scene.title}</span>
                  {way.words}
                </td>
                <td data-label={t("pathNorm")}>
                  <RichText nodes={way.norm} />
                </td>
                {others && (
                  <td data-label={t("pathOthers")}>
                    <Shares scene={scene} others={others} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="scenario-title">{t("debrief")}</p>
      <RichText nodes={activity.debrief} />
    </div>
  );
}

/** In whole tens: what a few people did shows in none of them. */
function Shares({ scene, others }: { scene: Scene; others: Record<string, number> }) {
  const t = useKindWords(words);
  const counts = scene.ways.map(({ id }) => others[`${scene.id}.${id}`] ?? 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return "–";
  return (
    <ul>
      {scene.ways.map(({ id, words: choice }, index) => {
        const percent = Math.round((10 * (counts[index] ?? 0)) / all) * 10;
        return (
          <li key={id}>
            <b>{percent > 0 ? t("share", { percent }) : t("hardly")}</b>: {choice}
          </li>
        );
      })}
    </ul>
  );
}
