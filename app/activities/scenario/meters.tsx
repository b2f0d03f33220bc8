import { useKindWords } from "#app/ui/kind-words.ts";
import { levelOf, metersAfter, type Step } from "./walk.ts";
import { words } from "./words.ts";

/** How each meter stands, in words, and which way the last step moved it. The bars only repeat the words. */
export function Meters({ names, steps }: { names: readonly string[]; steps: readonly Step[] }) {
  const t = useKindWords(words);
  const now = metersAfter(names.length, steps);
  const moved = steps.at(-1)?.way.effects ?? [];
  if (names.length === 0) return null;
  return (
    <ul className="scenario-meters" aria-label={t("meters")}>
      {names.map((name, index) => {
        const level = levelOf(now[index] ?? 0);
        const change = changeOf(moved[index] ?? 0);
        return (
          <li key={name} className={`scenario-${level}`}>
            {name}: <b>{t(level)}</b>
            {change && <span className="scenario-change"> ({t(change)})</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** What an effect does, as a word of the kind; null for none. */
export function changeOf(effect: number) {
  if (effect === 0) return null;
  if (effect < 0) return effect < -1 ? "muchLower" : "lower";
  return effect > 1 ? "muchHigher" : "higher";
}
