import { plainText } from "#app/domain/rich-text.ts";
import { useKindWords } from "#app/ui/kind-words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { RichText } from "#app/ui/rich-text.tsx";
import type { ExhibitViewProps } from "../activity-state.ts";
import { isShown, ShowOnly, type Ticked, useTicked } from "../choosing/show-only.tsx";
import type { TimelinePublic } from "./definition.ts";
import { layoutTimeline, RADIUS, WIDTH } from "./layout.ts";
import { formatWhen } from "./when.ts";
import { words } from "./words.ts";

/** Everything stands in the list, for every reader; the drawing above it shows the same on a scale of years, by the numbers of the list. */
export function TimelineView({ exhibit, prefix, query }: ExhibitViewProps<TimelinePublic>) {
  const { title, lead, layerHead, layers, rows, notes } = exhibit;
  const t = useKindWords(words);
  const language = useLanguage();
  const groups = [{ name: "layer", title: layerHead, options: layers }];
  const [ticked, setTicked] = useTicked(prefix, query, groups);
  const shown = rows.filter(({ layer }) => isShown(ticked, "layer", layer)).length;
  return (
    <>
      <p className="exhibit-title" id={`${prefix}-title`}>
        <RichText nodes={title} />
      </p>
      <RichText nodes={lead} />
      {layers.length > 1 && (
        <ShowOnly {...{ prefix, query, groups, ticked, shown }} onTick={setTicked} total={rows.length} />
      )}
      <Drawing exhibit={exhibit} ticked={ticked} />
      <ol className="timeline-list" aria-labelledby={`${prefix}-title`}>
        {rows.map(({ from, until, general, layer, words: text }, index) => (
          <li key={`${from} ${plainText(text)}`} hidden={!isShown(ticked, "layer", layer)}>
            <span className="timeline-number">{index + 1}</span>
            <p className="timeline-when">
              <time dateTime={from}>{formatWhen(from, language)}</time>
              {general && <span className="timeline-note">{t("general")}</span>}
              {until !== null && (
                <span className="timeline-note">{t("inForce", { date: formatWhen(until, language) })}</span>
              )}
            </p>
            <div className="timeline-what">
              <p>
                <RichText nodes={text} />
              </p>
              {layers.length > 1 && <p className="timeline-layer">{layers[layer]}</p>}
            </div>
          </li>
        ))}
      </ol>
      <RichText nodes={notes} />
    </>
  );
}

function Drawing({ exhibit: { rows, layers }, ticked }: { exhibit: TimelinePublic; ticked: Ticked }) {
  const { height, ticks, lanes, points } = layoutTimeline(rows, layers.length);
  return (
    <svg className="timeline-drawing" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true" focusable="false">
      {ticks.map(({ x, year }) => (
        <g key={year}>
          <line className="figure-grid" x1={x} x2={x} y1={0} y2={height - 24} />
          <text x={x} y={height - 6} textAnchor="middle">
            {year}
          </text>
        </g>
      ))}
      {lanes.map(({ y, layer }) => (
        <g key={layer} className={isShown(ticked, "layer", layer) ? undefined : "is-faded"}>
          {layers.length > 1 && (
            <text className="timeline-lane" x={4} y={y}>
              {layers[layer]}
            </text>
          )}
          {points.map(({ x, y: at, end }, index) =>
            rows[index]?.layer !== layer ? null : (
              <g key={`${x} ${at}`} className={rows[index]?.general ? "timeline-point is-general" : "timeline-point"}>
                {end !== null && (
                  <>
                    <line x1={x} x2={end} y1={at} y2={at} />
                    <circle className="timeline-end" cx={end} cy={at} r={RADIUS / 2} />
                  </>
                )}
                <circle cx={x} cy={at} r={RADIUS} />
                <text x={x} y={at + 4} textAnchor="middle">
                  {index + 1}
                </text>
              </g>
            ),
          )}
        </g>
      ))}
    </svg>
  );
}
