import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { requireLanguage } from "./request.server.ts";

export const handle = { access: "public" };

/** Every page below has a language of ours in its address, or does not exist. */
export async function loader({ params }: LoaderFunctionArgs) {
  requireLanguage(params);
  return null;
}

export default function LanguageLayout() {
  return <Outlet />;
}
