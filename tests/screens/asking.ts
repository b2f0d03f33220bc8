import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import type { Services } from "#app/commands/services.ts";
import { createSessions } from "#app/session/sessions.server.ts";
import { NETWORK, sentBack } from "../session/small-installation.ts";

/** Asks loaders and actions as the server does, with a session of the database or without one. */
export function asking(services: Services) {
  const sessions = createSessions(services);

  function contextOf(cookie: string | null): AppLoadContext {
    return { services, nonce: "nonce", network: NETWORK, cookie, session: () => sessions.read(cookie) };
  }

  return {
    contextOf,
    /** Begins a session. @returns what the browser then sends as its cookie */
    async signedIn(accountId: string): Promise<string> {
      const { cookie } = await services.store.write((tx) => sessions.start(tx, accountId));
      return sentBack(cookie);
    },
    get(path: string, params: Record<string, string>, cookie: string | null = null): LoaderFunctionArgs {
      return { request: new Request(services.origin + path), params, context: contextOf(cookie) };
    },
    post(
      path: string,
      params: Record<string, string>,
      cookie: string | null,
      fields: [string, string][],
    ): ActionFunctionArgs {
      const request = new Request(services.origin + path, { method: "POST", body: new URLSearchParams(fields) });
      return { request, params, context: contextOf(cookie) };
    },
  };
}

/** The response that a loader or an action throws. */
export async function thrown(asked: Promise<unknown>): Promise<Response> {
  const response: unknown = await asked.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(response instanceof Response)) throw new Error("no response was thrown", { cause: response });
  return response;
}
