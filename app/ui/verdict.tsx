import type { ReactNode } from "react";

const SIGNS = {
  genuine: "M4 12.5 9.5 18 20 6",
  revoked: "M5 5 19 19M19 5 5 19",
  "not-issued": "M9 8.5a3 3 0 1 1 4.3 2.7c-.9.5-1.3 1-1.3 2.3M12 17.5v.5",
};

/** The verdict on a certificate: word, sign and colour say the same, so that none of them is needed alone. */
export function Verdict({ kind, title, children }: { kind: keyof typeof SIGNS; title: string; children: ReactNode }) {
  return (
    <div className={`verdict verdict-${kind}`}>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <circle cx="12" cy="12" r="11" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path
          d={SIGNS[kind]}
          fill="none"
          stroke="currentColor"
          strokeWidth="2.2"
          strokeLinecap="round"
          strokeLinejoin="round"
          transform="translate(3.6 3.6) scale(0.7)"
        />
      </svg>
      <div>
        <h1>{title}</h1>
        {children}
      </div>
    </div>
  );
}
