/** The studio's HTTP server: one page, its preview, and the few addresses that they speak with. On this machine only. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import { z } from "zod";
import { figureFile } from "#app/compiler/figure-file.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { pictureAddress } from "./address.ts";
import type { Bundle } from "./bundle.server.ts";
import { openFile, saveFile } from "./course-files.server.ts";
import { openDesk } from "./desk.server.ts";
import { BODY_LIMIT, cookieName, judge, refuse } from "./guard.ts";
import { htmlPage, PAGE_HEADERS, pagePolicy } from "./html-page.ts";

/** The only address that the studio listens on. */
export const LOOPBACK = "127.0.0.1";

const Text = z.string().max(BODY_LIMIT);
const Name = z.string().max(300);
const Drafts = z.array(z.tuple([Name, Text])).max(200);
const FactsBody = z.strictObject({ drafts: Drafts });
const CheckBody = z.strictObject({ name: Name, drafts: Drafts });
const SaveBody = z.strictObject({ name: Name, text: Text, base: z.string().max(64).nullable() });
const AnswerBody = z.object({
  courseId: Name,
  activityId: Name,
  language: z.enum(LANGUAGES),
  fields: z.array(z.tuple([z.string().max(200), z.string().max(200)])).max(200),
});

const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
};

interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

const NOTHING: Answer = { status: 404, type: "text/plain; charset=utf-8", body: "There is nothing here." };

export interface Studio {
  /** With the token of this start: the only address that lets anyone in. */
  address: string;
  close(): Promise<void>;
}

/**
 * Starts the studio.
 * @param root the folder that holds the courses, from the working directory
 * @param port 0 takes a free one
 * @param today the author's day, `YYYY-MM-DD`
 * @throws Error of `listen`, when the port is taken
 */
export async function startStudio(given: {
  root: string;
  port: number;
  bundle: Bundle;
  today: () => string;
}): Promise<Studio> {
  const { root, bundle, today } = given;
  const desk = openDesk({ root, today, runtime: bundle.runtime });
  // The first reading takes a second or two: now, before anybody waits for it.
  desk.facts(new Map());
  const token = randomBytes(32).toString("base64url");
  let port = given.port;

  const server = createServer((request, response) => {
    answerTo(request).then(
      (answer) => send(response, answer),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        send(response, { ...NOTHING, status: 500, body: "Something went wrong; the terminal says what." });
      },
    );
  });

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const url = request.url ?? "";
    const judged = judge({ method: request.method ?? "", url, headers: request.headers }, { port, token });
    if (judged.kind === "refuse") return refusal(judged);
    if (judged.kind === "open") {
      const cookie = `${cookieName(port)}=${token}; Path=/; HttpOnly; SameSite=Strict`;
      return { ...NOTHING, status: 303, body: "", headers: { Location: "/", "Set-Cookie": cookie } };
    }
    const [address = "", query = ""] = url.split("?");
    if (request.method === "GET") return answerGet(address, new URLSearchParams(query));
    const body = await readBody(request);
    return body === null ? refusal(refuse("size")) : answerPost(address, body);
  }

  function answerGet(address: string, query: URLSearchParams): Answer {
    if (address === "/") return page(bundle.studio, false);
    if (address === "/preview") return page(bundle.preview, true);
    if (address === "/api/file") {
      const opened = openFile(root, query.get("name"));
      return opened ? json(opened) : NOTHING;
    }
    const [, place = "", ...rest] = address.split("/");
    const name = rest.join("/");
    if (place === "picture") return picture(root, name);
    if (place === "lesson") {
      const code = desk.module(name.replace(/\.js$/, ""));
      return code === null ? NOTHING : { status: 200, type: TYPES[".js"] ?? "", body: code };
    }
    const asset = place === "assets" ? bundle.files.get(name) : undefined;
    if (!asset) return NOTHING;
    const headers = { "Cache-Control": "private, max-age=31536000, immutable" };
    return { status: 200, type: TYPES[path.extname(name)] ?? "application/octet-stream", body: asset, headers };
  }

  async function answerPost(address: string, body: string): Promise<Answer> {
    if (address === "/api/facts") return take(FactsBody, body, ({ drafts }) => desk.facts(new Map(drafts)));
    if (address === "/api/check") {
      return take(CheckBody, body, ({ name, drafts }) => desk.check(name, new Map(drafts)));
    }
    if (address === "/api/save") return take(SaveBody, body, (given) => saveFile(root, given));
    // Where the activities of a lesson send their answers on the real site.
    if (address === "/autosave/activities" || address === "/autosave/notes") {
      const answered = await take(AnswerBody, body, (given) => desk.answer(given) ?? { problem: "answer-empty" });
      return answered.status === 200 && String(answered.body).startsWith('{"problem":')
        ? { ...answered, status: 422 }
        : answered;
    }
    return NOTHING;
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, resolve);
  });
  const bound = server.address();
  port = typeof bound === "object" && bound ? bound.port : port;
  return {
    address: `http://${LOOPBACK}:${port}/?token=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function page(files: Bundle["studio"], inFrame: boolean): Answer {
  const nonce = randomBytes(16).toString("base64");
  const headers = { "Content-Security-Policy": pagePolicy(nonce, inFrame) };
  return { status: 200, type: "text/html; charset=utf-8", body: htmlPage(files, nonce), headers };
}

function picture(root: string, encoded: string): Answer {
  const found = pictureAddress(decodedName(encoded));
  if (!found) return NOTHING;
  const folder = path.join(root, ...found.folder);
  if (!existsSync(folder) || figureFile(folder, found.file) !== "there") return NOTHING;
  // A drawing that is opened by itself runs nothing.
  const headers = { "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox" };
  const type = TYPES[path.extname(found.file)] ?? "application/octet-stream";
  return { status: 200, type, body: readFileSync(path.join(folder, found.file)), headers };
}

async function take<Body>(schema: z.ZodType<Body>, body: string, handle: (body: Body) => unknown): Promise<Answer> {
  const parsed = schema.safeParse(parseJson(body));
  if (!parsed.success) return json({ problem: "malformed" }, 400);
  return json(await handle(parsed.data));
}

/** Null when it is larger than the limit, which is counted, because a body may not declare its length. */
function readBody(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= BODY_LIMIT) chunks.push(chunk);
      else resolve(null);
    });
    request.on("end", () => resolve(size > BODY_LIMIT ? null : Buffer.concat(chunks).toString("utf8")));
    request.on("error", reject);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Empty for what cannot be decoded, which is no name. */
function decodedName(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return "";
  }
}

function json(body: unknown, status = 200): Answer {
  return { status, type: "application/json; charset=utf-8", body: JSON.stringify(body) };
}

function refusal({ status, text }: { status: number; text: string }): Answer {
  return { status, type: "text/plain; charset=utf-8", body: text, headers: { Connection: "close" } };
}

function send(response: ServerResponse, { status, type, body, headers }: Answer): void {
  const all = { ...PAGE_HEADERS, "Cache-Control": "no-store", "Content-Type": type, ...headers };
  response.writeHead(status, all).end(body);
}
