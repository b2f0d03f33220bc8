import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  request as httpRequest,
  type RequestListener,
  type RequestOptions,
} from "node:http";
import { type AddressInfo, connect } from "node:net";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Listening {
  /** Sends one request as it is given: any method, any header, any body. */
  send(asked: RequestOptions & { body?: string | Buffer | readonly (string | Buffer)[] }): Promise<Answer>;
  /** Sends these bytes, leaves the line open, and returns what came back until the server closed it. */
  sendRaw(bytes: string): Promise<string>;
  close(): Promise<void>;
}

/** Serves an application on a free port of this machine. */
export async function listening(app: RequestListener): Promise<Listening> {
  const server = createServer(app).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  return {
    send({ body, ...options }) {
      return new Promise((resolve, reject) => {
        let answered = false;
        const request = httpRequest({ host: "127.0.0.1", port, agent, ...options }, (response) => {
          answered = true;
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          const done = () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(chunks).toString("utf8"),
            });
          response.on("end", done);
          response.on("error", done);
        });
        // A server that refuses a body closes the line while it is still being sent.
        request.on("error", (error) => answered || reject(error));
        for (const chunk of Array.isArray(body) ? body : body === undefined ? [] : [body]) request.write(chunk);
        request.end();
      });
    },
    sendRaw(bytes) {
      return new Promise((resolve, reject) => {
        const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
        let text = "";
        socket.on("data", (chunk) => {
          text += chunk.toString("latin1");
        });
        socket.on("close", () => resolve(text));
        socket.on("error", reject);
      });
    },
    async close() {
      agent.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
