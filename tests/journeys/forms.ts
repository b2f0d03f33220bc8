/** A browser without a screen: sends forms exactly as a browser without script does, and reads what comes back. */
import type { Language } from "#app/domain/language.ts";
import { at, fieldsFor, lessons } from "./course.ts";
import type { Site } from "./harness.ts";
import type { Person } from "./people.ts";

export type Fields = [string, string][];

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
}

export interface Sender {
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  post(path: string, fields: Fields, headers?: Record<string, string>): Promise<Reply>;
  postJson(path: string, body: unknown, headers?: Record<string, string>): Promise<Reply>;
}

/** @param person whose session cookie goes along; null for somebody who is not signed in */
export function senderFor(site: Site, person: Pick<Person, "cookie"> | null): Sender {
  const cookie: Record<string, string> = person ? { Cookie: `${person.cookie.name}=${person.cookie.value}` } : {};
  async function send(path: string, init: RequestInit): Promise<Reply> {
    const answer = await fetch(site.origin + path, { redirect: "manual", ...init });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  }
  return {
    get: (path, headers) => send(path, { headers: { ...cookie, ...headers } }),
    post: (path, fields, headers = { Origin: site.origin }) =>
      send(path, { method: "POST", body: new URLSearchParams(fields), headers: { ...cookie, ...headers } }),
    postJson: (path, body, headers = { Origin: site.origin }) =>
      send(path, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { ...cookie, "Content-Type": "application/json", ...headers },
      }),
  };
}

/** Reads lessons to their end: all of them, or the first few. */
export async function readLessons(sender: Sender, count = lessons.length, language: Language = "en"): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const done = await sender.post(at.lesson(language, index), [["intent", "complete"]]);
    if (done.status !== 303) throw new Error(`lesson ${index + 1} answered ${done.status}`);
  }
}

/** Starts an attempt, or finds the one under way. @returns its id */
export async function startAttempt(sender: Sender, language: Language = "en"): Promise<string> {
  const started = await sender.post(at.quiz(language), []);
  const id = started.headers.get("location")?.split("/").pop();
  if (started.status !== 303 || !id) throw new Error(`the quiz answered ${started.status}`);
  return id;
}

export interface DrawnItem {
  itemId: string;
  kind: string;
  order: string[];
  key: unknown;
}

/** The drawn items of an attempt with their keys, as the database holds them. */
export function itemsOf(site: Site, attemptId: string): DrawnItem[] {
  const [row] = site.rows<{ items: string }>("select items from attempts where id = ?", attemptId);
  if (!row) throw new Error(`There is no attempt ${attemptId}.`);
  return JSON.parse(row.items) as DrawnItem[];
}

/** Every field of the attempt's form, answered rightly or wrongly throughout. */
export function attemptFields(site: Site, attemptId: string, { right = true } = {}): Fields {
  return itemsOf(site, attemptId).flatMap((item): Fields => [["item", item.itemId], ...fieldsFor(item, { right })]);
}

/** Takes the quiz from start to hand-in. @returns the attempt's id */
export async function takeQuiz(site: Site, sender: Sender, { right = true } = {}): Promise<string> {
  const id = await startAttempt(sender);
  const done = await sender.post(at.attempt("en", id), [
    ...attemptFields(site, id, { right }),
    ["intent", "submit-anyway"],
  ]);
  if (done.status !== 303) throw new Error(`handing in answered ${done.status}`);
  return id;
}

export interface IssuedCertificate {
  id: string;
  number: string;
  verifyCode: string;
  verifyUrl: string;
}

/** Goes the whole way to a certificate. */
export async function earnCertificate(
  site: Site,
  person: Person,
  { name = person.name, language = "en" }: { name?: string; language?: Language } = {},
): Promise<IssuedCertificate> {
  const sender = senderFor(site, person);
  await readLessons(sender);
  await takeQuiz(site, sender);
  const issued = await sender.post(at.certificate("en"), [
    ["name", name],
    ["language", language],
  ]);
  if (issued.status !== 303) throw new Error(`issuing answered ${issued.status}`);
  const [row] = site.rows<{ record: string }>("select record from certificates where account_id = ?", person.id);
  return JSON.parse(row?.record ?? "null") as IssuedCertificate;
}
