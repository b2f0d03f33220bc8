/**
 * One kept-alive HTTP connection over a bare socket. Node's own client costs about as much as the server that it asks, and
 * both share the processors.
 */
import { connect } from "node:net";

const HEAD_END = Buffer.from("\r\n\r\n");

/**
 * @typedef {{ method?: "GET" | "POST", path: string, headers?: Record<string, string>, body?: string }} Question
 * @typedef {{ status: number, headers: Record<string, string>, body: Buffer }} Reply
 */

export class Line {
  /** @type {import("node:net").Socket | null} */
  #socket = null;
  /** @type {Buffer[]} */
  #chunks = [];
  #size = 0;
  /** Bytes that the whole reply has, once its head is read. */
  #wanted = -1;
  /** @type {{ status: number, headers: Record<string, string>, start: number } | null} */
  #head = null;
  /** @type {{ resolve: (reply: Reply) => void, reject: (error: Error) => void } | null} */
  #asked = null;
  #port;

  /** @param {number} port on this machine */
  constructor(port) {
    this.#port = port;
  }

  /**
   * Asks, and waits for the whole answer; one question at a time. A broken connection is opened anew with the next question.
   * @param {Question} question a body goes as it is: give its type in the headers
   * @returns {Promise<Reply>}
   */
  send({ method = "GET", path, headers = {}, body = "" }) {
    if (this.#asked) throw new Error("This line waits for an answer.");
    let text = `${method} ${path} HTTP/1.1\r\nHost: localhost:${this.#port}\r\n`;
    for (const name in headers) text += `${name}: ${headers[name]}\r\n`;
    if (method === "POST") text += `Content-Length: ${Buffer.byteLength(body)}\r\n`;
    return new Promise((resolve, reject) => {
      this.#asked = { resolve, reject };
      this.#open().write(`${text}\r\n${body}`);
    });
  }

  close() {
    this.#socket?.destroy();
  }

  #open() {
    if (this.#socket) return this.#socket;
    const socket = connect(this.#port, "127.0.0.1");
    socket.setNoDelay(true);
    socket.on("data", (chunk) => this.#take(chunk));
    socket.on("error", () => {});
    socket.on("close", () => {
      if (this.#socket === socket) this.#end(new Error("The connection broke."));
    });
    this.#socket = socket;
    return socket;
  }

  /** @param {Buffer} chunk */
  #take(chunk) {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (!this.#head) {
      const all = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
      const end = all.indexOf(HEAD_END);
      if (end < 0) return;
      this.#head = { ...readHead(all.toString("latin1", 0, end)), start: end + HEAD_END.length };
      const length = this.#head.headers["content-length"];
      if (length === undefined && this.#head.status !== 204 && this.#head.status !== 304) {
        return this.#end(new Error("The answer does not say how long it is."));
      }
      this.#wanted = this.#head.start + Number(length ?? 0);
    }
    if (this.#size >= this.#wanted) this.#answer();
  }

  #answer() {
    const { status, headers, start } = /** @type {NonNullable<typeof this.#head>} */ (this.#head);
    const body = Buffer.concat(this.#chunks).subarray(start);
    const asked = this.#asked;
    this.#reset();
    if (headers.connection === "close") {
      this.#socket?.destroy();
      this.#socket = null;
    }
    asked?.resolve({ status, headers, body });
  }

  /** @param {Error} error */
  #end(error) {
    const asked = this.#asked;
    this.#socket?.destroy();
    this.#socket = null;
    this.#reset();
    asked?.reject(error);
  }

  #reset() {
    this.#asked = null;
    this.#head = null;
    this.#chunks = [];
    this.#size = 0;
    this.#wanted = -1;
  }
}

/** @param {string} text */
function readHead(text) {
  /** @type {Record<string, string>} */
  const headers = {};
  const [first = "", ...lines] = text.split("\r\n");
  for (const line of lines) {
    const colon = line.indexOf(":");
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { status: Number(first.slice(9, 12)), headers };
}
