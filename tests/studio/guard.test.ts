import { expect, test } from "vitest";
import { type Asked, BODY_LIMIT, cookieName, judge, refusalToStart } from "#app/studio/guard.ts";

const PORT = 3100;
const TOKEN = "t".repeat(43);
const HOST = `127.0.0.1:${PORT}`;
const OWN = `http://${HOST}`;
const cookie = `${cookieName(PORT)}=${TOKEN}`;

/** A request as the studio's own page sends it, with whatever is changed. */
function asked(changes: Partial<Asked> & { headers?: Record<string, string | undefined> }): Asked {
  const post = changes.method === "POST" ? { "content-type": "application/json", origin: OWN } : {};
  const headers = { host: HOST, "sec-fetch-site": "same-origin", cookie, ...post, ...changes.headers };
  return { method: changes.method ?? "GET", url: changes.url ?? "/api/file?name=a", headers };
}

function statusOf(request: Asked): number | string {
  const judged = judge(request, { port: PORT, token: TOKEN });
  return judged.kind === "refuse" ? judged.status : judged.kind;
}

test.each([
  { name: "the page asks for a file", request: asked({}) },
  { name: "the page saves", request: asked({ method: "POST", url: "/api/save" }) },
  {
    name: "the page is opened as localhost",
    request: asked({ headers: { host: `localhost:${PORT}`, origin: `http://localhost:${PORT}` } }),
  },
  { name: "the page is loaded again by hand", request: asked({ url: "/", headers: { "sec-fetch-site": "none" } }) },
  {
    name: "a browser too old for Sec-Fetch-Site saves",
    request: asked({ method: "POST", url: "/api/save", headers: { "sec-fetch-site": undefined } }),
  },
  {
    name: "the cookie stands among others",
    request: asked({ headers: { cookie: `a=1; ${cookie}; ${cookieName(3200)}=other` } }),
  },
])("passes: $name", ({ request }) => {
  expect(statusOf(request)).toBe("pass");
});

test("the token in the address opens the studio, from a terminal or a typed address", () => {
  const headers = { cookie: undefined, "sec-fetch-site": "none" };
  expect(statusOf(asked({ url: `/?token=${TOKEN}`, headers }))).toBe("open");
});

const post = (headers: Record<string, string | undefined>) => asked({ method: "POST", url: "/api/save", headers });

test.each<{ name: string; request: Asked; status: number }>([
  { name: "a foreign name bent to this machine", request: asked({ headers: { host: "evil.example" } }), status: 403 },
  { name: "a foreign name with our port", request: asked({ headers: { host: `evil.example:${PORT}` } }), status: 403 },
  { name: "another port", request: asked({ headers: { host: "127.0.0.1:3101" } }), status: 403 },
  { name: "our address without the port", request: asked({ headers: { host: "127.0.0.1" } }), status: 403 },
  { name: "a host that begins like ours", request: asked({ headers: { host: `${HOST}.evil.example` } }), status: 403 },
  { name: "localhost as part of a name", request: asked({ headers: { host: `localhost.evil:${PORT}` } }), status: 403 },
  { name: "another address of this machine", request: asked({ headers: { host: `127.0.0.2:${PORT}` } }), status: 403 },
  { name: "all addresses", request: asked({ headers: { host: `0.0.0.0:${PORT}` } }), status: 403 },
  { name: "no host", request: asked({ headers: { host: undefined } }), status: 403 },
  { name: "a page of another site", request: asked({ headers: { "sec-fetch-site": "cross-site" } }), status: 403 },
  { name: "another port of this machine", request: asked({ headers: { "sec-fetch-site": "same-site" } }), status: 403 },
  { name: "a typed address of the interface", request: asked({ headers: { "sec-fetch-site": "none" } }), status: 403 },
  { name: "a form of another site", request: post({ origin: "https://evil.example" }), status: 403 },
  {
    name: "a form of another site that says it is ours",
    request: post({ "sec-fetch-site": "cross-site" }),
    status: 403,
  },
  { name: "a form without a page", request: post({ "sec-fetch-site": "none" }), status: 403 },
  {
    name: "a form that says nothing of itself",
    request: post({ "sec-fetch-site": undefined, origin: undefined }),
    status: 403,
  },
  { name: "the origin null", request: post({ origin: "null" }), status: 403 },
  { name: "our address over https", request: post({ origin: `https://${HOST}` }), status: 403 },
  { name: "localhost's page to 127.0.0.1", request: post({ origin: `http://localhost:${PORT}` }), status: 403 },
  {
    name: "a cross-site link with the token",
    request: asked({ url: `/?token=${TOKEN}`, headers: { "sec-fetch-site": "cross-site" } }),
    status: 403,
  },
  { name: "no token", request: asked({ headers: { cookie: undefined } }), status: 401 },
  { name: "an empty token", request: asked({ headers: { cookie: `${cookieName(PORT)}=` } }), status: 401 },
  {
    name: "another start's token",
    request: asked({ headers: { cookie: `${cookieName(PORT)}=${"u".repeat(43)}` } }),
    status: 401,
  },
  { name: "a token that begins like ours", request: asked({ headers: { cookie: `${cookie}x` } }), status: 401 },
  {
    name: "the cookie of another port",
    request: asked({ headers: { cookie: `${cookieName(3200)}=${TOKEN}` } }),
    status: 401,
  },
  { name: "a wrong token in the address", request: asked({ url: "/?token=wrong" }), status: 401 },
  { name: "an empty token in the address", request: asked({ url: "/?token=" }), status: 401 },
  {
    name: "the token in the address of something else",
    request: asked({ url: `/api/facts?token=${TOKEN}`, headers: { cookie: undefined } }),
    status: 401,
  },
  { name: "an absolute address", request: asked({ url: "http://evil.example/" }), status: 400 },
  { name: "an address with two slashes", request: asked({ url: "//evil.example/" }), status: 400 },
  { name: "an endless address", request: asked({ url: `/${"a".repeat(3000)}` }), status: 400 },
  { name: "a method that is not ours", request: asked({ method: "PUT" }), status: 405 },
  { name: "a question before a foreign request", request: asked({ method: "OPTIONS" }), status: 405 },
  { name: "a plain form", request: post({ "content-type": "application/x-www-form-urlencoded" }), status: 415 },
  { name: "plain text", request: post({ "content-type": "text/plain" }), status: 415 },
  { name: "no content type", request: post({ "content-type": undefined }), status: 415 },
  { name: "too much", request: post({ "content-length": String(BODY_LIMIT + 1) }), status: 413 },
])("refuses: $name", ({ request, status }) => {
  expect(statusOf(request)).toBe(status);
});

test("the studio does not start in production", () => {
  expect(refusalToStart("production")).toContain("NODE_ENV=production");
  expect(refusalToStart("development")).toBeNull();
  expect(refusalToStart("test")).toBeNull();
});
