/** What learners were told, held against what the database holds. */
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { expect } from "vitest";
import { definitionOf } from "#app/activities/definitions.ts";
import { attemptScore } from "#app/domain/attempt.ts";
import { verifyAuditTrail } from "#app/store/audit.server.ts";
import type { Db } from "#app/store/db.server.ts";

interface AttemptRow {
  id: string;
  account_id: string;
  number: number;
  items: string;
  submitted_at: number | null;
  score_permille: number | null;
}

interface CertificateRow {
  id: string;
  number: string;
  account_id: string;
  record: string;
}

/** Everything that was acknowledged, and what was on its way when the connection broke. */
export class Ledger {
  /** `account lesson`. */
  readonly completions = new Set<string>();
  /** Id of the answer → its response. */
  readonly lessonAnswers = new Map<string, unknown>();
  /** Id of the attempt → its owner. */
  readonly attempts = new Map<string, string>();
  /** `attempt item` → the response that was acknowledged last, and the one that may have arrived after it. */
  readonly answers = new Map<string, { kept: unknown; sent: unknown }>();
  readonly handedIn = new Set<string>();
  readonly certified = new Set<string>();

  /** Results and records as they were first seen: nothing may change them. */
  readonly #results = new Map<string, string>();
  readonly #records = new Map<string, string>();

  /** Compares all of it with the database file, and the database with itself. */
  async check(file: string): Promise<void> {
    const client = new Database(file, { readonly: true });
    try {
      expect(client.pragma("integrity_check", { simple: true })).toBe("ok");
      expect(client.pragma("foreign_key_check")).toEqual([]);
      this.#checkLessons(client);
      this.#checkAttempts(client);
      this.#checkCertificates(client);
      const trail = await verifyAuditTrail(drizzle(client) as unknown as Db);
      expect(trail).toMatchObject({ ok: true });
    } finally {
      client.close();
    }
  }

  #checkLessons(client: Database.Database): void {
    const completed = client
      .prepare<[], { key: string }>("SELECT account_id || ' ' || lesson_id AS key FROM lesson_completions")
      .all()
      .map(({ key }) => key);
    expect(new Set(completed).size, "a lesson is completed once").toBe(completed.length);
    expect(missing(this.completions, new Set(completed)), "completions that were acknowledged and are gone").toEqual(
      [],
    );

    const stored = new Map(
      client
        .prepare<[], { id: string; response: string }>("SELECT id, response FROM activity_answers")
        .all()
        .map(({ id, response }) => [id, response]),
    );
    const lost = [...this.lessonAnswers].filter(([id, response]) => stored.get(id) !== JSON.stringify(response));
    expect(lost, "answers in lessons that were acknowledged and are not as they were given").toEqual([]);
  }

  #checkAttempts(client: Database.Database): void {
    const rows = client.prepare<[], AttemptRow>("SELECT * FROM attempts ORDER BY account_id, number").all();
    const byId = new Map(rows.map((row) => [row.id, row]));
    expect(missing(new Set(this.attempts.keys()), new Set(byId.keys())), "attempts that are gone").toEqual([]);

    const stored = new Map<string, string>();
    for (const row of client.prepare<[], Record<string, string>>("SELECT * FROM attempt_answers").all()) {
      stored.set(`${row.attempt_id} ${row.item_id}`, row.response ?? "null");
    }
    const lost = [...this.answers].filter(([key, { kept, sent }]) => {
      if (kept === undefined && !stored.has(key)) return false;
      return ![kept, sent].some((one) => one !== undefined && JSON.stringify(one) === stored.get(key));
    });
    expect(lost, "answers that were acknowledged and are not as they were given").toEqual([]);

    const before = new Map<string, number>();
    for (const row of rows) {
      expect(row.number, "attempts are counted without gap or repeat").toBe((before.get(row.account_id) ?? 0) + 1);
      before.set(row.account_id, row.number);
      if (row.submitted_at === null) continue;
      const result = `${row.submitted_at} ${row.score_permille}`;
      expect(this.#results.get(row.id) ?? result, "a result stays as it was").toBe(result);
      if (!this.#results.has(row.id))
        expect(row.score_permille, "the result is that of the answers").toBe(scoreOf(row, stored));
      this.#results.set(row.id, result);
    }
    const open = [...this.handedIn].filter((id) => byId.get(id)?.submitted_at == null);
    expect(open, "attempts whose handing in was acknowledged and that are open").toEqual([]);
  }

  #checkCertificates(client: Database.Database): void {
    const rows = client.prepare<[], CertificateRow>("SELECT * FROM certificates ORDER BY number").all();
    const owners = new Set(rows.map((row) => row.account_id));
    expect(owners.size, "nobody has two certificates of one course").toBe(rows.length);
    expect(missing(this.certified, owners), "certificates that were acknowledged and are gone").toEqual([]);
    expect(
      rows.map(({ number }) => Number(number.slice(5, 11))),
      "serial numbers have no gap",
    ).toEqual(rows.map((_, index) => index + 1));

    const issued = client.prepare<[], { id: string }>("SELECT certificate_id AS id FROM certificate_events").all();
    expect(issued.map(({ id }) => id).sort(), "each was issued once").toEqual(rows.map(({ id }) => id).sort());
    const noted = client.prepare<[], { subject: string }>(
      "SELECT subject FROM audit_events WHERE kind = 'certificate.issued'",
    );
    expect(
      noted
        .all()
        .map(({ subject }) => subject)
        .sort(),
      "each stands in the trail once",
    ).toEqual(rows.map(({ number }) => number));
    for (const { id, record } of rows) {
      expect(this.#records.get(id) ?? record, "a record stays as it was").toBe(record);
      this.#records.set(id, record);
    }
  }
}

function scoreOf(row: AttemptRow, stored: Map<string, string>): number {
  const items = JSON.parse(row.items) as { itemId: string; kind: string; key: unknown }[];
  return attemptScore(
    items.map(({ itemId, kind, key }) => {
      const response = JSON.parse(stored.get(`${row.id} ${itemId}`) ?? "null") as unknown;
      return response === null ? 0 : definitionOf(kind).grade(key, response).score;
    }),
  );
}

function missing(wanted: ReadonlySet<string>, present: ReadonlySet<string>): string[] {
  return [...wanted].filter((one) => !present.has(one));
}
