import { type ReactNode, useEffect, useState } from "react";

/** Opens the browser's print dialog. Without script there is no button: the browser's own command does the same. */
export function PrintButton({ children }: { children: ReactNode }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <button type="button" className="button" onClick={() => window.print()}>
      {children}
    </button>
  );
}
