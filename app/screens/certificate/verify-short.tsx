import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { VerificationResult } from "#app/ui/verification-result.tsx";
import { pageTitle } from "../page-title.ts";
import { loaderOf } from "../request.server.ts";
import { verification } from "./verification.server.ts";

export const handle = { access: "public" };
export const meta: MetaFunction<typeof loader> = (args) => [
  ...pageTitle(args, (messages) => messages.verify.title),
  { name: "robots", content: "noindex" },
];

/** The address in the QR code. It answers at once, in the language that the reader's browser prefers. */
export const loader = loaderOf(async ({ params, context }: LoaderFunctionArgs) => {
  const result = await verification(context, params.code ?? "");
  return json(result, { status: result.kind === "not-issued" ? 404 : 200 });
});

export default function VerifyShortPage() {
  return <VerificationResult result={useLoaderData<typeof loader>()} />;
}
