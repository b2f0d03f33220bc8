import type { ReactNode } from "react";

/** Labels and values of a record; a missing value leaves its line out. */
export function RecordList({ lines }: { lines: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="record">
      {lines
        .filter((line) => line.value !== null)
        .map((line) => (
          <div key={line.label}>
            <dt>{line.label}</dt>
            <dd>{line.value}</dd>
          </div>
        ))}
    </dl>
  );
}
