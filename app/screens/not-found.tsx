import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, requireLanguage } from "./request.server.ts";

export const handle = { access: "public" };

export async function loader({ params }: LoaderFunctionArgs) {
  requireLanguage(params);
  throw notFound();
}

export default function NotFound() {
  return null;
}
