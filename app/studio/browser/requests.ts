/** What the page asks of the studio's server. A refused save is an answer; a server that is gone is an exception. */
import type { CheckReply, Facts, OpenedFile, SaveReply } from "../api.ts";

export async function askFacts(drafts: [string, string][]): Promise<Facts> {
  return readJson(await post("/api/facts", { drafts }));
}

/** Null when no course has such a file. */
export async function askFile(name: string): Promise<OpenedFile | null> {
  const answer = await fetch(`/api/file?name=${encodeURIComponent(name)}`);
  return answer.status === 404 ? null : readJson(answer);
}

export async function askCheck(name: string, drafts: [string, string][], signal: AbortSignal): Promise<CheckReply> {
  return readJson(await post("/api/check", { name, drafts }, signal));
}

export async function askSave(name: string, text: string, base: string | null): Promise<SaveReply> {
  const answer = await post("/api/save", { name, text, base });
  if (answer.status === 413) return { saved: false, problem: "too-large" };
  return readJson(answer);
}

function post(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const headers = { "Content-Type": "application/json" };
  return fetch(path, { method: "POST", headers, body: JSON.stringify(body), ...(signal ? { signal } : {}) });
}

async function readJson<Body>(answer: Response): Promise<Body> {
  if (!answer.ok) throw new Error(`The studio answered ${answer.status}.`);
  return (await answer.json()) as Body;
}
