import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { VerificationResult } from "#app/ui/verification-result.tsx";
import { pageTitle } from "../page-title.ts";
import { loaderOf, requireLanguage } from "../request.server.ts";
import { verification } from "./verification.server.ts";

export const handle = { access: "public" };
export const meta: MetaFunction<typeof loader> = (args) => [
  ...pageTitle(args, (messages) => messages.verify.title),
  { name: "robots", content: "noindex" },
];

/** 404 for what we did not issue: the status says what the page says. */
export const loader = loaderOf(async ({ params, context }: LoaderFunctionArgs) => {
  requireLanguage(params);
  const result = await verification(context, params.code ?? "");
  return json(result, { status: result.kind === "not-issued" ? 404 : 200 });
});

export default function VerifyPage() {
  return <VerificationResult result={useLoaderData<typeof loader>()} />;
}
