import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contentPolicy, securityHeaders } from "#app/server/headers.ts";
import { type Answer, type Listening, listening } from "./listening.ts";

let secure: Listening;
let plain: Listening;

beforeAll(async () => {
  secure = await listening(withHeaders(true));
  plain = await listening(withHeaders(false));
});

afterAll(async () => {
  await secure.close();
  await plain.close();
});

/** An application that shows the nonce which a page would use. */
function withHeaders(isSecure: boolean) {
  const app = express();
  app.use(securityHeaders({ secure: isSecure, development: false }));
  app.use((_request, response) => {
    response.type("text/plain").send(String(response.locals.nonce));
  });
  return app;
}

/** The directives of an answer's policy. */
function policyOf(answer: Answer): Record<string, string[]> {
  const policy = String(answer.headers["content-security-policy"]);
  return Object.fromEntries(
    policy.split(";").map((directive) => {
      const [name = "", ...values] = directive.trim().split(/\s+/);
      return [name, values];
    }),
  );
}

test("pages load nothing but what the site itself serves", async () => {
  const policy = policyOf(await secure.send({ path: "/en" }));
  expect(policy["default-src"]).toEqual(["'none'"]);
  for (const name of ["style-src", "font-src", "connect-src", "manifest-src", "form-action"])
    expect(policy[name]).toEqual(["'self'"]);
  for (const name of ["base-uri", "object-src", "frame-ancestors"]) expect(policy[name]).toEqual(["'none'"]);
  expect(policy["img-src"]).toEqual(["'self'", "data:"]);
});

test("no script runs without the nonce of its own answer", async () => {
  const answer = await secure.send({ path: "/en" });
  expect(policyOf(answer)["script-src"]).toEqual(["'self'", `'nonce-${answer.text}'`]);
});

test("nothing in the policy is unsafe, and no other host is named", async () => {
  const policy = String((await secure.send({ path: "/en" })).headers["content-security-policy"]);
  expect(policy).not.toMatch(/unsafe-|strict-dynamic|\*|https?:|blob:|report-uri/);
});

test("only development, for Vite's own client, allows inline styles; scripts stay strict there", () => {
  const directives = contentPolicy("n", true).split("; ");
  expect(directives).toContain("style-src 'self' 'unsafe-inline'");
  expect(directives).toContain("script-src 'self' 'nonce-n'");
});

test("no two of 10,000 answers have the same nonce, and each holds 128 random bits", async () => {
  const nonces = new Set<string>();
  const lengths = new Set<number>();
  for (let round = 0; round < 100; round += 1) {
    const answers = await Promise.all(Array.from({ length: 100 }, () => plain.send({ path: "/" })));
    for (const { text } of answers) {
      nonces.add(text);
      lengths.add(Buffer.from(text, "base64").length);
    }
  }
  expect(nonces.size).toBe(10_000);
  expect([...lengths]).toEqual([16]);
}, 30_000);

test("browsers are told to insist on https where the site is served over https, and only there", async () => {
  const header = String((await secure.send({ path: "/en" })).headers["strict-transport-security"]);
  expect(Number(/max-age=(\d+)/.exec(header)?.[1])).toBeGreaterThanOrEqual(31_536_000);
  expect((await plain.send({ path: "/en" })).headers["strict-transport-security"]).toBeUndefined();
});

test.each([
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "same-origin"],
  ["x-frame-options", "DENY"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["x-xss-protection", "0"],
])("every answer says %s: %s", async (name, value) => {
  for (const site of [secure, plain]) expect((await site.send({ path: "/en" })).headers[name]).toBe(value);
});

test("no page may use camera, microphone, place, payment or USB", async () => {
  const header = String((await secure.send({ path: "/en" })).headers["permissions-policy"]);
  for (const feature of ["camera", "microphone", "geolocation", "payment", "usb"])
    expect(header).toContain(`${feature}=()`);
});
