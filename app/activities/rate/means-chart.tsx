import { CHART, cornerAt, FEWEST_CORNERS, labelAt, outlineOf, pointsOf } from "./chart.ts";

/**
 * The means as a picture; the table beside it says the same, so it is silent for screen readers.
 * @param means from 0 to `top`; null where nothing is known
 */
export function MeansChart({ means, top }: { means: readonly (number | null)[]; top: number }) {
  const parts = means.map((mean) => (mean === null ? null : mean / top));
  return parts.length < FEWEST_CORNERS ? <Bars parts={parts} top={top} /> : <Radar parts={parts} top={top} />;
}

interface Parts {
  parts: readonly (number | null)[];
  top: number;
}

function Radar({ parts, top }: Parts) {
  const count = parts.length;
  const rings = Array.from({ length: top }, (_, index) => (index + 1) / top);
  const { surface, lines, dots } = outlineOf(parts);
  const centre = cornerAt(0, count, 0);
  return (
    <svg className="rate-chart" viewBox={`0 0 ${CHART.width} ${CHART.height}`} aria-hidden="true" focusable="false">
      {rings.map((part) => (
        <polygon key={part} className="rate-ring" points={pointsOf(parts.map((_, at) => cornerAt(at, count, part)))} />
      ))}
      {parts.map((part, at) => {
        const [corner, label] = [cornerAt(at, count, 1), labelAt(at, count)];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: dimensions never move
          <g key={at}>
            <line
              className={part === null ? "rate-spoke rate-gap" : "rate-spoke"}
              x1={centre.x}
              y1={centre.y}
              x2={corner.x}
              y2={corner.y}
            />
            <text x={label.x} y={label.y} textAnchor="middle" dominantBaseline="central">
              {String(at + 1)}
            </text>
          </g>
        );
      })}
      {surface && <polygon className="rate-surface" points={surface} />}
      {lines.map(([from, to]) => (
        <line key={`${from.x} ${from.y}`} className="rate-edge" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      ))}
      {dots.map(({ x, y }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: points may lie on each other
        <circle key={at} className="rate-dot" cx={x} cy={y} r={4.5} />
      ))}
    </svg>
  );
}

/** Fewer than three dimensions. */
function Bars({ parts, top }: Parts) {
  const [left, wide] = [28, CHART.width - 28 - 12];
  const xAt = (part: number) => Math.round((left + part * wide) * 10) / 10;
  const height = CHART.bar * parts.length;
  return (
    <svg className="rate-chart" viewBox={`0 0 ${CHART.width} ${height}`} aria-hidden="true" focusable="false">
      {Array.from({ length: top + 1 }, (_, level) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: levels never move
        <line key={level} className="rate-ring" x1={xAt(level / top)} x2={xAt(level / top)} y1={0} y2={height} />
      ))}
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dimensions never move
        <g key={at}>
          <text x={12} y={CHART.bar * (at + 0.5)} textAnchor="middle" dominantBaseline="central">
            {String(at + 1)}
          </text>
          {part !== null && (
            <>
              <rect className="rate-surface" x={left} y={CHART.bar * at + 8} width={xAt(part) - left} height={18} />
              <circle className="rate-dot" cx={xAt(part)} cy={CHART.bar * (at + 0.5)} r={4.5} />
            </>
          )}
        </g>
      ))}
    </svg>
  );
}
