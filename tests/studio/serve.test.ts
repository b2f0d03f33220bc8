import { readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { networkInterfaces } from "node:os";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { Bundle } from "#app/studio/bundle.server.ts";
import { BODY_LIMIT } from "#app/studio/guard.ts";
import { startStudio } from "#app/studio/serve.server.ts";
import { COURSE, courseCopy } from "./fixture.ts";

const NAME = `${COURSE}/first-steps/who-counts/en.mdx`;
const bundle: Bundle = {
  files: new Map([["studio.js", Buffer.from("export {};")]]),
  studio: { script: "/assets/studio.js", styles: [] },
  preview: { script: "/assets/studio.js", styles: [] },
  runtime: "/assets/studio.js",
};

interface Sent {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** A studio for one test, and a browser's requests to it. */
async function studio() {
  const root = courseCopy();
  const { address, close } = await startStudio({ root, port: 0, bundle, today: () => "2026-08-01" });
  onTestFinished(close);
  const { port, host, search } = new URL(address);
  const send = (asked: { method?: string; path: string; headers?: Record<string, string>; body?: string }) =>
    new Promise<Sent>((resolve, reject) => {
      let done = false;
      const request = httpRequest(
        { host: "127.0.0.1", port, agent: false, ...asked, headers: { host, ...asked.headers } },
        (answer) => {
          let text = "";
          answer.on("data", (chunk) => (text += chunk));
          const end = () => {
            done = true;
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
          };
          answer.on("end", end).on("error", end);
        },
      );
      request.on("error", (error) => done || reject(error));
      request.end(asked.body);
    });
  const opened = await send({ path: `/${search}`, headers: { "sec-fetch-site": "none" } });
  const [set = ""] = opened.headers["set-cookie"] ?? [];
  const own = { cookie: set.split(";")[0] ?? "", "sec-fetch-site": "same-origin" };
  const post = (to: string, body: unknown) =>
    send({
      method: "POST",
      path: to,
      headers: { ...own, origin: `http://${host}`, "content-type": "application/json" },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  return {
    root,
    port: Number(port),
    host,
    opened,
    set,
    send,
    own,
    post,
    get: (to: string) => send({ path: to, headers: own }),
  };
}

test("the printed address lets the author in by a cookie that scripts and other sites do not get", async () => {
  const { opened, set, get } = await studio();
  expect(opened.status).toBe(303);
  expect(opened.headers.location).toBe("/");
  expect(set).toMatch(/; HttpOnly; SameSite=Strict$/);
  expect((await get("/")).status).toBe(200);
});

test("each start has its own token", async () => {
  const [one, other] = [await studio(), await studio()];
  expect(one.set.split("=")[1]).not.toBe(other.set.split("=")[1]);
});

test("it listens on this machine's own address only", async () => {
  const { port } = await studio();
  const addresses = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal);
  for (const { address } of addresses) {
    const reached = await new Promise((resolve) => {
      const socket = connect({ host: address, port, timeout: 2000 });
      const end = (value: boolean) => {
        socket.destroy();
        resolve(value);
      };
      socket
        .on("connect", () => end(true))
        .on("error", () => end(false))
        .on("timeout", () => end(false));
    });
    expect(reached, address).toBe(false);
  }
});

test("pages run only their own scripts and styles, with a nonce for each answer", async () => {
  const { get } = await studio();
  const [page, again, preview] = [await get("/"), await get("/"), await get("/preview")];
  const policy = String(page.headers["content-security-policy"]);
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
  expect(page.text).toContain(`nonce="${nonce}"`);
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(again.headers["content-security-policy"]).not.toBe(policy);
  expect(preview.headers["content-security-policy"]).toContain("frame-ancestors 'self'");
  expect((await get("/api/file?name=x")).headers["content-security-policy"]).toContain("default-src 'none'");
});

test("what a stranger asks changes nothing and tells nothing", async () => {
  const { root, host, send, own } = await studio();
  const before = readFileSync(path.join(root, NAME), "utf8");
  const save = JSON.stringify({ name: NAME, text: "stolen", base: null });
  const json = { "content-type": "application/json" };
  const strangers: [string, Record<string, string>][] = [
    ["no cookie", { ...json, "sec-fetch-site": "same-origin", origin: `http://${host}` }],
    ["another site", { ...own, ...json, "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["another port", { ...own, ...json, "sec-fetch-site": "same-site", origin: "http://127.0.0.1:1" }],
    ["a bent name", { ...own, ...json, host: `evil.example:${host.split(":")[1]}` }],
    ["a form", { ...own, "content-type": "text/plain", origin: `http://${host}` }],
  ];
  for (const [name, headers] of strangers) {
    const answer = await send({ method: "POST", path: "/api/save", headers, body: save });
    expect([401, 403, 415], name).toContain(answer.status);
    const read = await send({
      path: `/api/file?name=${NAME}`,
      headers: { ...headers, "sec-fetch-site": "cross-site" },
    });
    expect(read.text, name).not.toContain("Who counts");
  }
  expect(readFileSync(path.join(root, NAME), "utf8")).toBe(before);
});

test("opening, checking and saving work over the wire, and a conflict comes back with both versions", async () => {
  const { root, post, get } = await studio();
  const file = JSON.parse((await get(`/api/file?name=${encodeURIComponent(NAME)}`)).text);
  const text = `${file.text}\nOne more line.\n`;
  const checked = JSON.parse((await post("/api/check", { name: NAME, drafts: [[NAME, text]] })).text);
  expect(checked).toMatchObject({ disk: file.version, preview: { title: "Who counts" } });
  expect((await get(checked.preview.module)).headers["content-type"]).toContain("text/javascript");
  const saved = await post("/api/save", { name: NAME, text, base: file.version });
  expect(saved.status).toBe(200);
  expect(readFileSync(path.join(root, NAME), "utf8")).toBe(text);
  const late = await post("/api/save", { name: NAME, text: "Mine.", base: file.version });
  expect(JSON.parse(late.text)).toMatchObject({ problem: "changed-on-disk", disk: { text } });
});

test.each(["/picture/border-basics/first-steps/who-counts/line.svg"])(
  "a picture of a lesson is served: %s",
  async (place) => {
    const { get } = await studio();
    const answer = await get(place);
    expect(answer.headers["content-type"]).toBe("image/svg+xml");
    expect(answer.headers["content-security-policy"]).toContain("sandbox");
  },
);

test.each([
  "/picture/border-basics/first-steps/who-counts/..%2F..%2Fcourse.yaml",
  "/picture/border-basics/first-steps/who-counts/en.mdx",
  "/picture/..%2f..%2f..%2fetc/passwd.svg",
  "/picture/%E0%A4%A/x/y.svg",
  "/assets/../package.json",
  "/assets/..%2fpackage.json",
  "/lesson/../api/facts",
  "/api/file?name=../../package.json",
  "/api/file?name=border-basics%2F.translations%2Fwelcome%2Fru.json",
  "/api/file",
  "/constructor",
])("%s is not there", async (place) => {
  const { get } = await studio();
  expect((await get(place)).status).toBe(404);
});

test.each(["", "{", "[]", "{}", '{"name":1,"text":"x","base":null}', '{"name":"a","text":"x","base":null,"more":1}'])(
  "the body %j is refused",
  async (body) => {
    const { post } = await studio();
    expect((await post("/api/save", body)).status).toBe(400);
  },
);

test("a body beyond the limit is refused, declared or not", async () => {
  const { send, own, host } = await studio();
  const headers = { ...own, origin: `http://${host}`, "content-type": "application/json" };
  const body = JSON.stringify({ name: NAME, text: "x".repeat(BODY_LIMIT), base: null });
  const declared = await send({ method: "POST", path: "/api/save", headers, body }).catch(() => ({ status: 413 }));
  expect(declared.status).toBe(413);
  const chunked = { ...headers, "transfer-encoding": "chunked" };
  const counted = await send({ method: "POST", path: "/api/save", headers: chunked, body }).catch(() => ({
    status: 413,
  }));
  expect(counted.status).toBe(413);
});

test.each(["app/cli/author.mjs", "app/cli/author.ts"])("%s does not start in production", (script) => {
  const args = script.endsWith(".ts") ? ["--import", "tsx", script] : [script];
  const ended = spawnSync(process.execPath, args, {
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production", PORT: "0" },
    timeout: 60_000,
  });
  expect(ended.status).toBe(1);
  expect(ended.stderr).toContain("does not start with NODE_ENV=production");
});
