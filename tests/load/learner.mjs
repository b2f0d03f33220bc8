/** What a learner's browser sends, in a form that costs little to send. */
import { gunzipSync } from "node:zlib";

const FORM = "application/x-www-form-urlencoded";

export class Learner {
  /** @type {import("./line.mjs").Line} */
  #line;
  #cookie;
  #origin;
  /** The count of the newest answer. */
  #seq = 0;

  /**
   * @param {import("./line.mjs").Line} line
   * @param {{ origin: string, cookie: string }} who the session's cookie as `name=value`
   */
  constructor(line, { origin, cookie }) {
    this.#line = line;
    this.#origin = origin;
    this.#cookie = cookie;
  }

  /** @param {string} path */
  read(path) {
    return this.#line.send({ path, headers: { Cookie: this.#cookie, "Accept-Encoding": "gzip" } });
  }

  /** @param {string} path @param {string | Record<string, string> | string[][]} fields */
  post(path, fields) {
    return this.#send(path, FORM, new URLSearchParams(fields).toString());
  }

  /** @param {string} path @param {unknown} body */
  save(path, body) {
    return this.#send(path, "application/json", JSON.stringify(body));
  }

  /**
   * Saves an answer of an attempt. Like the page, it counts by the clock, so that of two answers the later one is the newer.
   * @param {string} attemptId
   * @param {string} itemId
   * @param {string[][]} fields
   */
  async saveAnswer(attemptId, itemId, fields) {
    while (Date.now() <= this.#seq) await new Promise((resolve) => setTimeout(resolve, 1));
    this.#seq = Date.now();
    return this.save("/autosave/attempts", { attemptId, itemId, seq: this.#seq, language: "en", fields });
  }

  /** @param {string} path @param {string} type @param {string} body */
  #send(path, type, body) {
    return this.#line.send({
      method: "POST",
      path,
      headers: { Cookie: this.#cookie, Origin: this.#origin, "Sec-Fetch-Site": "same-origin", "Content-Type": type },
      body,
    });
  }
}

/** @param {import("./line.mjs").Reply} reply */
export function textOf({ headers, body }) {
  return (headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString("utf8");
}

/**
 * Ids of the items on an attempt's page.
 * @param {string} page
 */
export function itemsOn(page) {
  return [...page.matchAll(/name="item" value="([^"]+)"/g)].map(([, itemId = ""]) => itemId);
}

/**
 * Fields that answer the items of an attempt's page: the first choice everywhere.
 * @param {string} page
 * @returns {{ itemId: string, fields: string[][] }[]}
 */
export function answersFor(page) {
  /** @type {Map<string, string>} */
  const choices = new Map();
  const note = (/** @type {string | undefined} */ name, /** @type {string | undefined} */ value) => {
    if (name && value && !choices.has(name)) choices.set(name, value);
  };
  for (const [, attributes = ""] of page.matchAll(/<input([^>]*)>/g)) {
    note(/name="([^"]+)"/.exec(attributes)?.[1], /value="([^"]+)"/.exec(attributes)?.[1]);
  }
  for (const [, name, options = ""] of page.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)) {
    note(name, /<option[^>]*value="([^"]+)"/.exec(options)?.[1]);
  }
  return itemsOn(page).map((itemId) => ({
    itemId,
    fields: [...choices].filter(([name]) => name.startsWith(`${itemId}.`)),
  }));
}
