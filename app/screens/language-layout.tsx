import { Outlet } from "@remix-run/react";
export const handle = { access: "public" };

/** Holds the pages that have a language in their address. Each of them asks for it itself, and does not exist without one of ours. */
export default function LanguageLayout() {
  return <Outlet />;
}
