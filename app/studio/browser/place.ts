/** The page's own addresses: the list, or one file after the `#`. */
import { useSyncExternalStore } from "react";

export function fileHash(name: string): string {
  return `#/${name}`;
}

/** The name of the file that the address shows; null for the list. */
export function useShownFile(): string | null {
  const hash = useSyncExternalStore(
    (listener) => {
      window.addEventListener("hashchange", listener);
      return () => window.removeEventListener("hashchange", listener);
    },
    () => window.location.hash,
  );
  const name = hash.replace(/^#\/?/, "");
  return name === "" ? null : name;
}
