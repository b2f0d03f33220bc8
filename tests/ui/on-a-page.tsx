import { createRemixStub } from "@remix-run/testing";
import { createContext, type ReactNode, useContext } from "react";
import { onTestFinished } from "vitest";
import type { Language } from "#app/domain/language.ts";
import { answerServer } from "./answer-server.ts";
import { renderIn } from "./in-language.tsx";

const realFetch = globalThis.fetch;

const Content = createContext<ReactNode>(null);
const Page = () => <>{useContext(Content)}</>;

/** Shows something on a page with this address. */
export function renderAt(language: Language, path: string, children: ReactNode) {
  const Site = createRemixStub([{ path: "*", Component: Page }]);
  const warn = console.warn;
  // The router announces its successor once in a process; docs/decisions/0003 has the answer to that.
  console.warn = (...line) => String(line[0]).includes("React Router Future Flag Warning") || warn(...line);
  return renderIn(
    language,
    <Content.Provider value={children}>
      <Site initialEntries={[path]} />
    </Content.Provider>,
  );
}

/** Neither yes nor no, ever. */
const silence = () => new Promise<never>(() => {});

// What a page sends again and again must not reach the server of a later test.
globalThis.fetch = silence;

/** A server that the page's own addresses lead to, as they do in a browser; without one, nothing that a page sends is answered. */
export async function siteServer() {
  const server = await answerServer();
  let over = false;
  const unlessOver = <T,>(answer: T) => (over ? silence() : answer);
  globalThis.fetch = (address, options) =>
    realFetch(new URL(String(address), server.url), options).then(unlessOver, (error: unknown) =>
      unlessOver(Promise.reject(error)),
    );
  onTestFinished(async () => {
    over = true;
    globalThis.fetch = silence;
    await server.close();
  });
  return server;
}
