import { useEffect, useRef, useState } from "react";
import { useKindWords } from "#app/ui/kind-words.ts";
import { words } from "./words.ts";

/** Things of which a reader may choose some to see. */
export interface Group {
  /** Of its fields. */
  name: string;
  title: string;
  options: readonly string[];
}

/** Which options of each group are ticked, by their place. */
export type Ticked = Record<string, readonly number[]>;

/**
 * What is ticked: with script at once, without it as the query of the address says.
 * @param prefix of the fields
 */
export function useTicked(
  prefix: string,
  query: URLSearchParams,
  groups: readonly Group[],
): [Ticked, (now: Ticked) => void] {
  return useState<Ticked>(() =>
    Object.fromEntries(
      groups.map(({ name, options }) => {
        const sent = new Set(query.getAll(`${prefix}.${name}`));
        return [name, [...options.keys()].filter((at) => sent.has(String(at)))];
      }),
    ),
  );
}

/** Whether an option is shown: it is ticked, or nothing is. */
export function isShown(ticked: Ticked, group: string, at: number): boolean {
  const chosen = ticked[group] ?? [];
  return chosen.length === 0 || chosen.includes(at);
}

/**
 * Boxes to choose what is shown: a plain form that asks for the same page, which script turns into one that answers at once.
 * @param shown how many of `total` things are shown now
 */
export function ShowOnly({
  prefix,
  query,
  groups,
  ticked,
  onTick,
  shown,
  total,
}: {
  prefix: string;
  query: URLSearchParams;
  groups: readonly Group[];
  ticked: Ticked;
  onTick: (now: Ticked) => void;
  shown: number;
  total: number;
}) {
  const t = useKindWords(words);
  const fields = groups.map(({ name }) => `${prefix}.${name}`);

  const form = useRef<HTMLFormElement>(null);

  // What was ticked before script was there, or a browser ticked again after a reload, is heard late.
  useEffect(() => {
    if (form.current) onTick(tickedIn(form.current, prefix));
  }, [prefix, onTick]);

  return (
    <form
      className="show-only"
      method="get"
      action={`#${prefix}`}
      ref={form}
      onChange={(event) => onTick(tickedIn(event.currentTarget, prefix))}
      onSubmit={(event) => event.preventDefault()}
    >
      {/* A form that asks for a page replaces its whole query: what else stands there goes along. */}
      {[...query].map(([name, value], at) =>
        fields.includes(name) ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand in the query twice
          <input key={`${name} ${at}`} type="hidden" name={name} value={value} />
        ),
      )}
      {groups.map(({ name, title, options }) => (
        <fieldset key={name}>
          <legend>{title}</legend>
          {options.map((option, at) => (
            <label key={option}>
              <input
                type="checkbox"
                name={`${prefix}.${name}`}
                value={at}
                defaultChecked={ticked[name]?.includes(at) ?? false}
              />
              <span>{option}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <p className="hint">{t("hint")}</p>
      <noscript>
        <button type="submit" className="button button-small button-quiet">
          {t("show")}
        </button>
      </noscript>
      <p className="show-only-state" role="status">
        {t("shown", { shown, total })}
      </p>
    </form>
  );
}

function tickedIn(form: HTMLFormElement, prefix: string): Ticked {
  const ticked: Record<string, number[]> = {};
  for (const [name, value] of new FormData(form)) {
    if (!name.startsWith(`${prefix}.`)) continue;
    const group = name.slice(prefix.length + 1);
    ticked[group] = [...(ticked[group] ?? []), Number(value)];
  }
  return ticked;
}
