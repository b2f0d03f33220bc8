import { expect, test } from "vitest";
import { safePath } from "#app/domain/safe-path.ts";
import {
  actionOf,
  fieldOf,
  loaderOf,
  preferredLanguage,
  problemStatus,
  requireAccount,
  requireLanguage,
  requirePermission,
} from "#app/screens/request.server.ts";
import { grantRole } from "#app/store/accounts.server.ts";
import { learningInstallation } from "../commands/learning.ts";
import { asking, thrown } from "./asking.ts";

function asksFor(accepted: string | null) {
  const headers: Record<string, string> = accepted === null ? {} : { "Accept-Language": accepted };
  return preferredLanguage(new Request("https://learn.example.org/", { headers }));
}

test.each([
  ["be-BY,be;q=0.9,ru;q=0.8,en;q=0.7", "be"],
  ["en;q=0.1, ru;q=0.9, be;q=0.5", "ru"],
  ["en;q=0.8,be", "be"],
  ["fr-FR,fr;q=0.9,ru;q=0.2", "ru"],
  ["RU-ru", "ru"],
  ["be-tarask", "be"],
  ["ru, be", "ru"],
  ["ru;q=0, be;q=0.1", "be"],
  ["ru;q=0", "en"],
  ["fr, de;q=0.9", "en"],
  ["*", "en"],
  ["", "en"],
  [null, "en"],
  [";;;,,q=", "en"],
])("a browser that accepts %j reads %s", (accepted, language) => {
  expect(asksFor(accepted)).toBe(language);
});

test.each(["bem", "rue, fr;q=0.5", "enm;q=0.4, rup"])(
  "a language whose code only begins like one of ours (%j) is not taken for it",
  (accepted) => {
    expect(asksFor(`${accepted}, be;q=0.1`)).toBe("be");
    expect(asksFor(`${accepted}, ru;q=0.1`)).toBe("ru");
  },
);

test("an address whose language is none of ours does not exist", async () => {
  expect(requireLanguage({ lang: "be" })).toBe("be");
  for (const lang of [undefined, "fr", "BE", "constructor"]) {
    const response = await thrown(Promise.resolve().then(() => requireLanguage(lang === undefined ? {} : { lang })));
    expect(response.status).toBe(404);
  }
});

test("somebody who is not signed in is led to the sign-in page, and from there back to this very page", async () => {
  const { services } = await learningInstallation();
  const { get } = asking(services);
  const path = "/be/courses/labour-migration/certificate?name=%D0%86%D0%B3%D0%B0%D1%80&x=1%262";
  const { request, context } = get(path, {});
  const response = await thrown(requireAccount(request, context, "be"));
  expect(response.status).toBe(302);
  const to = new URL(response.headers.get("Location") ?? "", services.origin);
  expect(to.pathname).toBe("/be/account/sign-in");
  const next = to.searchParams.get("next");
  expect(safePath(next, "refused")).toBe(next);
  expect(Object.fromEntries(new URL(next ?? "", services.origin).searchParams)).toEqual({ name: "Ігар", x: "1&2" });
});

test("the way back names the page and not the data that the script had asked for", async () => {
  const { services } = await learningInstallation();
  const { request, context } = asking(services).get("/en/dashboard?_data=screens%2Fdashboard&tab=2", {});
  const response = await thrown(requireAccount(request, context, "en"));
  expect(response.headers.get("Location")).toBe(
    `/en/account/sign-in?next=${encodeURIComponent("/en/dashboard?tab=2")}`,
  );
});

test("no address leads from the sign-in page to another site", async () => {
  const { services } = await learningInstallation();
  for (const path of ["//evil.example/x", "/\\evil.example", "/en/..//evil.example"]) {
    const { request, context } = asking(services).get(path, {});
    const response = await thrown(requireAccount(request, context, "en"));
    const next = new URL(response.headers.get("Location") ?? "", services.origin).searchParams.get("next");
    expect(new URL(safePath(next, "/en"), services.origin).origin).toBe(services.origin);
  }
});

test("a permission is asked of the roles in the database: 403 without it, sign-in without a session", async () => {
  const { services, learner, person } = await learningInstallation();
  const issuer = await person("issuer@example.org");
  await services.store.write((tx) =>
    grantRole(tx, { id: services.newId(), accountId: issuer.id, role: "issuer", at: 1 }),
  );
  const { get, signedIn } = asking(services);
  const ask = (cookie: string | null) => {
    const { request, context } = get("/en/issuer", {}, cookie);
    return requirePermission("certificates.read", request, context, "en");
  };
  expect((await thrown(ask(await signedIn(learner.id)))).status).toBe(403);
  expect((await thrown(ask(null))).status).toBe(302);
  expect((await ask(await signedIn(issuer.id))).account.id).toBe(issuer.id);
});

test("when the database cannot be written, what was typed comes back, and no password", async () => {
  const { services } = await learningInstallation();
  const { post } = asking(services);
  const action = actionOf(async ({ context }) => context.services.store.write(async () => null));
  await services.store.close();
  const typed: [string, string][] = [
    ["name", "Ганна"],
    ["item", "m1-01"],
    ["item", "m1-02"],
    ["m1-01.answer", "a"],
    ["password", "a quiet lake in June"],
    ["newPassword", "a quiet lake in July"],
    ["currentPassword", "a quiet lake in May"],
  ];
  const response = await thrown(action(post("/en/account", {}, null, typed)));
  expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "5"]);
  const body = await response.text();
  expect(JSON.parse(body)).toEqual({
    typed: typed.slice(0, 4),
    secrets: ["password", "newPassword", "currentPassword"],
  });
  expect(body).not.toContain("lake");
});

test("when the database cannot be read, the page says so with 503", async () => {
  const { services, learner } = await learningInstallation();
  const { get, signedIn } = asking(services);
  const cookie = await signedIn(learner.id);
  await services.store.close();
  const load = loaderOf(async ({ request, context }) => requireAccount(request, context, "en"));
  const response = await thrown(load(get("/en/dashboard", {}, cookie)));
  expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "5"]);
  expect(await response.json()).toBeNull();
});

test("a bug stays a bug: it is not dressed up as a database that does not answer", async () => {
  const { services } = await learningInstallation();
  const { get, post } = asking(services);
  const broken = async () => {
    throw new TypeError("a bug");
  };
  await expect(loaderOf(broken)(get("/en", {}))).rejects.toThrow("a bug");
  await expect(actionOf(broken)(post("/en", {}, null, []))).rejects.toThrow("a bug");
});

test("a body that is no form is refused with 400", async () => {
  const { services } = await learningInstallation();
  const { post } = asking(services);
  const args = post("/en", {}, null, []);
  const headers = { "Content-Type": "application/json" };
  const request = new Request(args.request.url, { method: "POST", headers, body: "{}" });
  expect((await thrown(actionOf(async () => null)({ ...args, request }))).status).toBe(400);
});

test("a field that is missing, repeated or a file is the empty text", () => {
  const form = new FormData();
  form.append("once", " as typed ");
  form.append("twice", "a");
  form.append("twice", "a");
  form.append("file", new Blob(["a"]));
  expect(["once", "twice", "file", "none"].map((name) => fieldOf(form, name))).toEqual([" as typed ", "", "", ""]);
});

test("too many tries are 429, a busy server is 503, anything else wrong in a form is 422", () => {
  expect(problemStatus([{ code: "name-empty" }, { code: "too-many-tries" }])).toBe(429);
  expect(problemStatus([{ code: "too-busy" }])).toBe(503);
  expect(problemStatus([{ code: "name-empty" }])).toBe(422);
});

test("when the session has ended meanwhile, what was typed comes back, ready to be sent again", async () => {
  const { services } = await learningInstallation();
  const { post } = asking(services);
  const action = actionOf(async ({ request, context }) => requireAccount(request, context, "en"));
  const response = await thrown(action(post("/en/account", {}, null, [["name", "Ганна"]])));
  expect([response.status, await response.json()]).toEqual([401, { typed: [["name", "Ганна"]], secrets: [] }]);
});
