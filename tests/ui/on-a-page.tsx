import { createRemixStub } from "@remix-run/testing";
import { createContext, type ReactNode, useContext } from "react";
import { onTestFinished } from "vitest";
import type { Language } from "#app/domain/language.ts";
import { answerServer } from "./answer-server.ts";
import { renderIn } from "./in-language.tsx";

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

/** A server that the page's own addresses lead to, as they do in a browser. */
export async function siteServer() {
  const server = await answerServer();
  const { fetch } = globalThis;
  globalThis.fetch = (address, options) => fetch(new URL(String(address), server.url), options);
  onTestFinished(async () => {
    globalThis.fetch = fetch;
    await server.close();
  });
  return server;
}
