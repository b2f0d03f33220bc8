/** Walks every route of the product as everybody, and compares what happens with what the route's module declares. */
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { findOpenDefinition } from "#app/activities/definitions.ts";
import { paths } from "#app/domain/paths.ts";
import { can, type GrantedRole, type Permission } from "#app/domain/permission.ts";
import {
  activities,
  activityOf,
  at,
  course,
  fieldsFor,
  lessonAt,
  lessons,
  module as courseModule,
  sourceIds,
} from "./course.ts";
import {
  attemptFields,
  earnCertificate,
  type Fields,
  type Reply,
  type Sender,
  senderFor,
  startAttempt,
} from "./forms.ts";
import { startSite } from "./harness.ts";
import { addPerson, type Person } from "./people.ts";
import { type RouteModule, walkRoutes } from "./route-tree.ts";

const site = await startSite();
const routes = await walkRoutes();

interface Visitor {
  who: string;
  /** Null for somebody who is not signed in. */
  roles: string[] | null;
  sender: Sender;
  /** What stands for the route's parameters when this person asks. */
  params: Record<string, string>;
}

const holder = await addPerson(site, "holder@example.org");
const certificate = await earnCertificate(site, holder);
const known = {
  lang: "en",
  course: course.id,
  module: courseModule.id,
  lesson: lessonAt(0).id,
  code: certificate.verifyCode,
  certificate: certificate.id,
  file: `${certificate.id}.pdf`,
  source: sourceIds[0] ?? "",
  token: "A".repeat(43),
  aid: course.aids[0]?.id ?? "",
  attempt: await startAttempt(senderFor(site, holder)),
  "*": "no/such/page",
};

/** A report that waits for an author. */
const report = randomUUID();
const reported = await senderFor(site, holder).post(paths.report("en", course.id, courseModule.id, lessonAt(0).id), [
  ["reportId", report],
  ["at", "s1"],
  ["kind", "mistake"],
  ["text", "Something is wrong."],
]);
if (reported.status !== 303) throw new Error(`the report answered ${reported.status}`);

async function visitorWith(role: GrantedRole | null): Promise<Visitor> {
  const who = role ?? "learner";
  const person: Person = await addPerson(site, `${who}@example.org`, { roles: role ? [role] : [] });
  const sender = senderFor(site, person);
  const own = await earnCertificate(site, person);
  const attempt = await startAttempt(sender);
  return { who, roles: ["learner", who], sender, params: { ...known, attempt, file: `${own.id}.pdf` } };
}

const anonymous: Visitor = { who: "anonymous", roles: null, sender: senderFor(site, null), params: known };
const people = [anonymous];
for (const role of [null, "author", "issuer", "admin"] as const) people.push(await visitorWith(role));

/** Public pages that do more than show themselves, with the reason. */
const exceptions: Record<string, (visitor: Visitor) => { status: number; location?: string }> = {
  // Whoever is signed in has chosen a language already.
  "screens/start": ({ roles }) => (roles ? { status: 302, location: "/en" } : { status: 200 }),
  // Nobody signs in or up twice.
  "screens/account/sign-in": ({ roles }) => (roles ? { status: 302, location: "/en/dashboard" } : { status: 200 }),
  "screens/account/sign-up": ({ roles }) => (roles ? { status: 302, location: "/en/dashboard" } : { status: 200 }),
  // The code of a printed sheet leads to the sheet in the reader's language.
  "screens/learn/aid-short": () => ({ status: 302, location: paths.aid("en", course.id, known.aid) }),
  // It stands for every address that there is not.
  "screens/not-found": () => ({ status: 404 }),
};

/** Pages of the action plans, which this course does not have: plan.test.ts visits them. */
const withoutPlan = ["screens/learn/plan", "screens/learn/plan-text"];

function expected(route: RouteModule, visitor: Visitor, path: string): { status: number; location?: string } {
  if (route.access === "public") return exceptions[route.id]?.(visitor) ?? { status: 200 };
  if (!visitor.roles) return { status: 302, location: `/en/account/sign-in?next=${encodeURIComponent(path)}` };
  if (route.access === "account") return { status: withoutPlan.includes(route.id) ? 404 : 200 };
  return { status: can(visitor.roles, route.access as Permission) ? 200 : 403 };
}

function told({ status, headers }: Reply): { status: number; location?: string } {
  const location = headers.get("location") ?? headers.get("x-remix-redirect");
  const code = status === 204 ? Number(headers.get("x-remix-status")) : status;
  return location === null ? { status: code } : { status: code, location };
}

test("every route declares who may see it", () => {
  expect(routes.length).toBeGreaterThan(20);
  const permissions: Permission[] = [
    "courses.take",
    "certificates.claim",
    "content.review",
    "certificates.read",
    "certificates.issue",
    "certificates.revoke",
    "accounts.read",
    "accounts.manage",
    "audit.read",
  ];
  const declared = ["public", "account", ...permissions];
  expect(routes.filter(({ access }) => !declared.includes(access ?? "")).map(({ id }) => id)).toEqual([]);
  expect(
    routes.filter(({ loads }) => !loads).map(({ id }) => id),
    "each one authorises for itself",
  ).toEqual([]);
});

/** What stands for the rest of an address that names something, and not a page that there is not. */
const rests: Record<string, string> = {
  "screens/author/page": `${courseModule.id}/${lessonAt(0).id}`,
  "screens/author/preview": `${courseModule.id}/${lessonAt(0).id}`,
};

function pathOf(route: RouteModule, visitor: Visitor): string {
  return route.pathFor({ ...visitor.params, ...(rests[route.id] && { "*": rests[route.id] }) });
}

test.each(routes)("$id shows itself to those whom it declares, and to nobody else", async (route) => {
  for (const visitor of people) {
    const path = pathOf(route, visitor);
    const document = await visitor.sender.get(path);
    // The layout of the language has no page of its own: the home page stands for it.
    expect({ who: visitor.who, ...told(document) }).toEqual({ who: visitor.who, ...expected(route, visitor, path) });
    const data = await visitor.sender.get(`${path}?_data=${encodeURIComponent(route.id)}`);
    expect({ who: visitor.who, by: "data", ...told(data) }).toEqual({
      who: visitor.who,
      by: "data",
      ...expected(route, visitor, path),
    });
    if (told(data).status === 403) expect(data.text).not.toContain(certificate.number);
  }
});

/** A note of the course, and its lesson. */
const note = activities.find(({ kind }) => findOpenDefinition(kind)?.keeps === "note");
if (!note) throw new Error("the course has no note");
const noteIn = lessons.find((lesson) => lesson.activities.includes(note.id)) ?? lessonAt(0);

/** A form that each action would accept from the right person; a new action needs a line here. */
const item = activityOf(lessonAt(0).activities[0] ?? "");
const forms: Record<string, (visitor: Visitor) => Fields> = {
  "screens/learn/lesson": () => [
    ["activity", item.id],
    ["answerId", randomUUID()],
    ...fieldsFor({ itemId: item.id, key: item.key }),
  ],
  "screens/learn/notes": () => [["intent", "delete-all"]],
  "screens/author/gallery": () => [
    ["activity", "gallery-single"],
    ["gallery-single.answer", "a"],
  ],
  "screens/learn/quiz": () => [],
  "screens/learn/attempt": ({ params }) => [...attemptFields(site, params.attempt ?? ""), ["intent", "submit-anyway"]],
  "screens/learn/report": () => [
    ["reportId", randomUUID()],
    ["at", "s1"],
    ["kind", "mistake"],
    ["text", "Something is wrong."],
  ],
  "screens/author/reports": () => [
    ["reportId", report],
    ["note", "Answered."],
  ],
  "screens/certificate/claim": () => [["name", "Mallory Forger"]],
  "screens/account/sign-in": () => [
    ["email", "holder@example.org"],
    ["password", "a quiet lake in June"],
  ],
  "screens/account/sign-up": () => [
    ["name", "Mallory Forger"],
    ["email", "mallory@example.org"],
    ["password", "a quiet lake in June"],
  ],
  "screens/account/sign-out": () => [["where", "everywhere"]],
  "screens/account/forgotten": () => [["email", "holder@example.org"]],
  "screens/account/reset": () => [["newPassword", "three herons on a roof"]],
  "screens/account/settings": () => [
    ["name", "Mallory Forger"],
    ["language", "ru"],
    ["intent", "profile"],
  ],
  "screens/issuer/certificate": () => [
    ["reason", "misconduct"],
    ["confirmation", certificate.number],
  ],
};

const foreign: { from: string; headers: Record<string, string> }[] = [
  { from: "another site", headers: { Origin: "https://evil.example" } },
  { from: "another port of this machine", headers: { Origin: "http://localhost:1" } },
  { from: "a sandboxed frame", headers: { Origin: "null" } },
  { from: "a broken client", headers: { Origin: "http://%zz" } },
  { from: "a client that names no origin", headers: {} },
  { from: "another site, with our origin forged", headers: { Origin: site.origin, "Sec-Fetch-Site": "cross-site" } },
  { from: "a subdomain", headers: { Origin: site.origin, "Sec-Fetch-Site": "same-site" } },
];

/** The whole database, but for places in lessons, which are written when a page was read. */
function everything() {
  return site
    .rows<{ name: string }>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .filter(({ name }) => name !== "lesson_places")
    .map(({ name }) => ({ name, rows: site.rows(`select * from "${name}" order by 1`) }));
}

test("every action is in the table of forms", () => {
  expect(
    routes
      .filter(({ acts }) => acts)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(Object.keys(forms).sort());
});

test.each(foreign)("no route takes a form from $from, and nothing changes", async ({ headers }) => {
  const before = everything();
  for (const route of routes) {
    for (const visitor of people) {
      const path = pathOf(route, visitor);
      const fields = forms[route.id]?.(visitor) ?? [["intent", "anything"]];
      for (const query of ["", `?_data=${encodeURIComponent(route.id)}`, "?index"]) {
        const { status } = await visitor.sender.post(path + query, fields, headers);
        expect({ id: route.id, who: visitor.who, status }).toEqual({ id: route.id, who: visitor.who, status: 403 });
      }
    }
  }
  expect(everything()).toEqual(before);
});

test("whoever is not signed in changes nothing: each closed action says that the session has ended", async () => {
  const before = everything();
  for (const route of routes.filter(({ acts, access }) => acts && access !== "public")) {
    const path = pathOf(route, anonymous);
    const fields = forms[route.id]?.(anonymous) ?? [];
    // Signing out where nobody is signed in has happened already.
    const answer =
      route.id === "screens/account/sign-out"
        ? { status: 303, location: "/en/account/sign-in?notice=signed-out" }
        : { status: 401 };
    for (const query of ["", `?_data=${encodeURIComponent(route.id)}`]) {
      const reply = told(await anonymous.sender.post(path + query, fields));
      expect({ id: route.id, ...reply }).toEqual({ id: route.id, ...answer });
    }
  }
  expect(everything()).toEqual(before);
});

test("a form for a page that takes none is refused, and nothing changes", async () => {
  const before = everything();
  for (const route of routes.filter(({ acts }) => !acts)) {
    for (const visitor of people) {
      const { status } = await visitor.sender.post(pathOf(route, visitor), [["intent", "anything"]]);
      expect([302, 403, 404, 405], `${route.id} for ${visitor.who}`).toContain(status);
    }
  }
  expect(everything()).toEqual(before);
});

test("only an issuer revokes", async () => {
  const path = `/en/issuer/${certificate.id}`;
  const before = everything();
  for (const visitor of people.filter(({ who }) => ["learner", "author", "admin"].includes(who))) {
    for (const query of ["", "?_data=screens%2Fissuer%2Fcertificate"]) {
      const { status } = await visitor.sender.post(path + query, forms["screens/issuer/certificate"]?.(visitor) ?? []);
      expect({ who: visitor.who, status }).toEqual({ who: visitor.who, status: 403 });
    }
  }
  expect(everything()).toEqual(before);
});

test("only an author answers a report", async () => {
  const before = everything();
  for (const visitor of people.filter(({ who }) => ["learner", "issuer", "admin"].includes(who))) {
    for (const query of ["", "?_data=screens%2Fauthor%2Freports"]) {
      const fields = forms["screens/author/reports"]?.(visitor) ?? [];
      const { status } = await visitor.sender.post(`/en/author/reports${query}`, fields);
      expect({ who: visitor.who, status }).toEqual({ who: visitor.who, status: 403 });
    }
  }
  expect(everything()).toEqual(before);
});

test("the addresses for script ask for a session and for the right origin", async () => {
  const place = { courseId: course.id, moduleId: courseModule.id, lessonId: lessonAt(0).id };
  const learner = people.find(({ who }) => who === "learner") ?? anonymous;
  const drawn = attemptFields(site, learner.params.attempt ?? "")[0]?.[1];
  const bodies: Record<string, object> = {
    "/autosave/activities": {
      ...place,
      activityId: item.id,
      answerId: randomUUID(),
      language: "en",
      fields: fieldsFor({ itemId: item.id, key: item.key }),
    },
    "/autosave/attempts": { attemptId: learner.params.attempt, itemId: drawn, seq: 1, language: "en", fields: [] },
    "/autosave/places": { ...place, anchor: "s2" },
    "/autosave/notes": {
      ...place,
      lessonId: noteIn.id,
      activityId: note.id,
      seq: 1,
      language: "en",
      fields: [[`${note.id}.answer`, "A note of one's own."]],
    },
  };
  const before = everything();
  for (const [path, body] of Object.entries(bodies)) {
    expect((await anonymous.sender.postJson(path, body)).status).toBe(401);
    for (const { headers } of foreign) expect((await learner.sender.postJson(path, body, headers)).status).toBe(403);
    expect((await learner.sender.postJson(path, { ...body, extra: 1 })).status).toBe(400);
    expect((await learner.sender.postJson(path, "no object")).status).toBe(400);
    expect((await learner.sender.get(path)).status).toBe(404);
  }
  expect(everything()).toEqual(before);
  for (const [path, body] of Object.entries(bodies))
    expect((await learner.sender.postJson(path, body)).status).toBe(200);
});

test("a lesson that is only read changes no fact about its reader", async () => {
  const before = everything();
  const learner = people.find(({ who }) => who === "learner") ?? anonymous;
  for (const path of [
    at.lesson("en", 0),
    at.quiz("en"),
    at.course("en"),
    paths.notes("en", course.id),
    paths.notesFile("en", course.id),
    at.certificate("en"),
    "/en/account/sign-out",
  ]) {
    expect((await learner.sender.get(path)).status).toBe(200);
  }
  expect(everything()).toEqual(before);
});
