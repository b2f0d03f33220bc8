import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  body: unknown;
  /** Says yes or no, when the test wants it. */
  answer(status: number, body?: unknown): void;
}

/** A server on this machine that takes answers and replies when it is told to. */
export async function answerServer(fixedPort = 0) {
  const received: Received[] = [];
  const watchers = new Set<() => void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
      received.push({ body, answer: (status, reply = {}) => answerWith(response, status, reply) });
      for (const watcher of watchers) watcher();
    });
  });
  await new Promise<void>((resolve) => server.listen(fixedPort, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    port,
    url: `http://127.0.0.1:${port}/autosave/attempts`,
    received,
    /** The request of that number, counted from 1, as soon as it has come in. */
    async request(number: number): Promise<Received> {
      for (;;) {
        const found = received[number - 1];
        if (found) return found;
        await new Promise<void>((resolve) => {
          const watcher = () => {
            watchers.delete(watcher);
            resolve();
          };
          watchers.add(watcher);
        });
      }
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answerWith(response: ServerResponse, status: number, reply: unknown): void {
  const isText = typeof reply === "string";
  response.writeHead(status, { "Content-Type": isText ? "text/html" : "application/json", Connection: "close" });
  response.end(isText ? reply : JSON.stringify(reply));
}
