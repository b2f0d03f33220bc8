import { useLocation } from "@remix-run/react";

/** The address of the page: its path, and its query with the question mark or an empty text. */
export function useAddress(): { pathname: string; search: string } {
  return useLocation();
}
