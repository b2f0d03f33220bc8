import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { loadViews } from "#app/activities/views.tsx";
import { LANGUAGES } from "#app/domain/language.ts";
import { loadMessages } from "#app/locales/messages.ts";
import { NonceContext } from "#app/ui/nonce.tsx";

await Promise.all([...LANGUAGES.map(loadMessages), loadViews()]);

/** One string and one write: without streamed data, a stream only costs time. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Response {
  const html = renderToString(
    <NonceContext.Provider value={context.nonce}>
      <RemixServer context={remixContext} url={request.url} />
    </NonceContext.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  context.page = `<!DOCTYPE html>${html}`;
  return new Response(null, { status, headers });
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  context.services.log.error({ err: error, path: new URL(request.url).pathname }, "a page failed");
};
