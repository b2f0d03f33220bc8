import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FORM_LIMIT, guardRequests } from "#app/server/guard.ts";
import { type Listening, listening } from "./listening.ts";

const ORIGIN = "https://learn.example.org";
const FORM = "application/x-www-form-urlencoded";

let site: Listening;
let behindProxy: Listening;

beforeAll(async () => {
  site = await listening(guarded(false));
  behindProxy = await listening(guarded(true));
});

afterAll(async () => {
  await site.close();
  await behindProxy.close();
});

/** An application that tells what came through the guard. */
function guarded(trustsProxy: boolean) {
  const app = express();
  app.use(guardRequests({ origin: ORIGIN, trustsProxy }));
  app.use((request, response) => {
    response.json({ reached: true, bytes: request.bytes?.toString("utf8"), headers: request.headers });
  });
  return app;
}

/** A form as a browser sends it from our own page. */
function post(headers: Record<string, string>, more: { path?: string; body?: string | Buffer } = {}) {
  return site.send({
    method: "POST",
    path: "/",
    body: "name=Olga",
    ...more,
    headers: { "Content-Type": FORM, ...headers },
  });
}

test.each(["GET", "HEAD"])("%s comes through, wherever it comes from", async (method) => {
  const answer = await site.send({
    method,
    path: "/en",
    headers: { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" },
  });
  expect(answer.status).toBe(200);
});

test.each(["TRACE", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "LOCK", "M-SEARCH"])(
  "%s is not allowed",
  async (method) => {
    const answer = await site.send({
      method,
      path: "/en",
      headers: { "Sec-Fetch-Site": "same-origin", Origin: ORIGIN },
    });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("GET, HEAD, POST");
    expect(answer.text).not.toContain("reached");
  },
);

test("a form of our own page comes through whole", async () => {
  const answer = await post({ "Sec-Fetch-Site": "same-origin", Origin: ORIGIN });
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text)).toMatchObject({ reached: true, bytes: "name=Olga" });
});

test("a form comes through from a browser too old for Sec-Fetch-Site", async () => {
  expect((await post({ Origin: ORIGIN })).status).toBe(200);
});

const paths = [
  "/en/account/sign-in",
  "/?index&_data=routes%2F_index",
  "/en/courses/c/m/quiz?_data=screens/learn/quiz",
  "/autosave/attempts",
];

const foreign: { name: string; headers: Record<string, string> }[] = [
  {
    name: "another site, by Sec-Fetch-Site",
    headers: { "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" },
  },
  {
    name: "a neighbour under the same domain",
    headers: { "Sec-Fetch-Site": "same-site", Origin: "https://other.example.org" },
  },
  { name: "no page at all", headers: { "Sec-Fetch-Site": "none" } },
  { name: "another site that states our Origin", headers: { "Sec-Fetch-Site": "cross-site", Origin: ORIGIN } },
  { name: "a Sec-Fetch-Site that does not exist", headers: { "Sec-Fetch-Site": "same-origin, cross-site" } },
  { name: "an empty Sec-Fetch-Site", headers: { "Sec-Fetch-Site": "", Origin: ORIGIN } },
  { name: "another Origin", headers: { Origin: "https://evil.example" } },
  { name: "an Origin that begins like ours", headers: { Origin: `${ORIGIN}.evil.example` } },
  { name: "our host over plain http", headers: { Origin: "http://learn.example.org" } },
  { name: "our host on another port", headers: { Origin: `${ORIGIN}:8443` } },
  { name: "the Origin null", headers: { Origin: "null" } },
  { name: "a garbage Origin", headers: { Origin: "garbage" } },
  { name: "an empty Origin", headers: { Origin: "" } },
  { name: "no Origin", headers: {} },
  { name: "no Origin, and a Referer of ours", headers: { Referer: `${ORIGIN}/en` } },
  {
    name: "a Host that agrees with the foreign Origin",
    headers: { Host: "evil.example", Origin: "https://evil.example" },
  },
  {
    name: "an X-Forwarded-Host that agrees with the foreign Origin",
    headers: { "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https", Origin: "https://evil.example" },
  },
];

test.each(foreign.flatMap((one) => paths.map((path) => ({ ...one, path }))))(
  "a form from $name is refused at $path",
  async ({ headers, path }) => {
    const answer = await post(headers, { path });
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain("reached");
  },
);

test.each(foreign)("a form from $name is refused behind a proxy, too", async ({ headers }) => {
  const answer = await behindProxy.send({
    method: "POST",
    path: "/",
    headers: { "Content-Type": FORM, ...headers },
    body: "a=1",
  });
  expect(answer.status).toBe(403);
});

test.each([FORM, `${FORM}; charset=UTF-8`, "application/json", "application/json;charset=utf-8", "Application/JSON"])(
  "%s is read",
  async (type) => {
    expect((await post({ "Sec-Fetch-Site": "same-origin", "Content-Type": type })).status).toBe(200);
  },
);

test.each([
  "text/plain",
  "text/xml",
  "multipart/form-data; boundary=x",
  "application/jsonp",
  "application/json, text/plain",
  "garbage",
  "",
])("the content type %j is not accepted", async (type) => {
  expect((await post({ "Sec-Fetch-Site": "same-origin", "Content-Type": type })).status).toBe(415);
});

test("a body without a content type is not accepted", async () => {
  const answer = await site.send({
    method: "POST",
    path: "/",
    headers: { "Sec-Fetch-Site": "same-origin" },
    body: "a=1",
  });
  expect(answer.status).toBe(415);
});

test("where a form comes from is judged before what it holds", async () => {
  expect((await post({ "Sec-Fetch-Site": "cross-site", "Content-Type": "text/xml" })).status).toBe(403);
});

test("a form of exactly 256 KiB comes through, by its length and in chunks", async () => {
  const body = "x".repeat(256 * 1024);
  expect(FORM_LIMIT).toBe(body.length);
  const headers = { "Sec-Fetch-Site": "same-origin", "Content-Type": FORM };
  const declared = await site.send({
    method: "POST",
    path: "/",
    headers: { ...headers, "Content-Length": String(body.length) },
    body,
  });
  const counted = await site.send({
    method: "POST",
    path: "/",
    headers,
    body: [body.slice(0, 60_000), body.slice(60_000)],
  });
  for (const answer of [declared, counted]) {
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ bytes: body });
  }
});

test("a form that declares one byte more is refused before a byte of it is sent", async () => {
  const head = [
    "POST / HTTP/1.1",
    "Host: learn.example.org",
    "Sec-Fetch-Site: same-origin",
    `Content-Type: ${FORM}`,
    `Content-Length: ${FORM_LIMIT + 1}`,
  ];
  expect(await site.sendRaw(`${head.join("\r\n")}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /);
});

test("a form that declares nothing is counted, and is too large at one byte more", async () => {
  const half = "x".repeat(FORM_LIMIT / 2);
  const answer = await site.send({
    method: "POST",
    path: "/",
    headers: { "Sec-Fetch-Site": "same-origin", "Content-Type": FORM, "Transfer-Encoding": "chunked" },
    body: [half, half, "x"],
  });
  expect(answer.status).toBe(413);
  expect(answer.text).not.toContain("reached");
});

test("after a form that was too large, the next one is served", async () => {
  await post({ "Sec-Fetch-Site": "same-origin" }, { body: "x".repeat(FORM_LIMIT + 1) });
  expect((await post({ "Sec-Fetch-Site": "same-origin" })).status).toBe(200);
});

const forwarded = {
  Forwarded: "for=203.0.113.9;host=evil.example",
  "X-Forwarded-For": "203.0.113.9",
  "X-Forwarded-Host": "evil.example",
  "X-Forwarded-Proto": "https",
  "X-Forwarded-Port": "8443",
};

test("without a proxy of ours, nobody may say for whom they speak", async () => {
  const answer = await site.send({ path: "/en", headers: { ...forwarded, "X-Kept": "yes" } });
  const { headers } = JSON.parse(answer.text) as { headers: Record<string, string> };
  expect(Object.keys(headers).filter((name) => name.includes("forwarded"))).toEqual([]);
  expect(headers["x-kept"]).toBe("yes");
});

test("a proxy of ours may say for whom it speaks", async () => {
  const answer = await behindProxy.send({ path: "/en", headers: forwarded });
  const { headers } = JSON.parse(answer.text) as { headers: Record<string, string> };
  expect(headers["x-forwarded-for"]).toBe("203.0.113.9");
});

test("an address of 2048 characters is served, a longer one is not", async () => {
  const longest = `/${"x".repeat(2047)}`;
  expect((await site.send({ path: longest })).status).toBe(200);
  expect((await site.send({ path: `${longest}x` })).status).toBe(414);
  expect((await post({ "Sec-Fetch-Site": "same-origin" }, { path: `/?next=${longest}` })).status).toBe(414);
});

test("a refusal is plain text that says why, and tells nothing of what was sent", async () => {
  const answer = await post({ Origin: "https://evil.example" }, { path: "/<script>alert(1)</script>" });
  expect(answer.headers["content-type"]).toMatch(/^text\/plain/);
  expect(answer.text).toMatch(/^[A-Z].*\.$/);
  expect(answer.text).not.toMatch(/script|evil/);
});
