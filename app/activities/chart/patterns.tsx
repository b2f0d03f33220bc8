/** Series are told apart by what fills them, on any screen and on paper without colours; their words always stand beside. */
const FILLS = ["currentColor", "hatch", "none", "dots", "cross"] as const;

/** @param at place among the series */
export function fillOf(prefix: string, at: number): string {
  const fill = FILLS[at % FILLS.length] ?? "none";
  return fill === "currentColor" || fill === "none" ? fill : `url(#${prefix}-${fill})`;
}

/** What the drawings of one chart are filled with. */
export function Patterns({ prefix }: { prefix: string }) {
  const size = { width: 7, height: 7, patternUnits: "userSpaceOnUse" };
  return (
    <svg className="chart-patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={`${prefix}-hatch`} {...size} patternTransform="rotate(45)">
          <line x1="2" x2="2" y1="0" y2="7" />
        </pattern>
        <pattern id={`${prefix}-dots`} {...size}>
          <circle cx="3.5" cy="3.5" r="1.6" />
        </pattern>
        <pattern id={`${prefix}-cross`} {...size}>
          <path d="M0 3.5H7M3.5 0V7" />
        </pattern>
      </defs>
    </svg>
  );
}

/** A sample of what fills a series, before its name. */
export function Swatch({ prefix, at }: { prefix: string; at: number }) {
  return (
    <svg className="chart-swatch" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="14" height="14" fill={fillOf(prefix, at)} />
    </svg>
  );
}
