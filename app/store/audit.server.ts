/**
 * The trail of who did what. Each event's hash covers its content and the hash before it, so a changed, missing or
 * moved event shows. Cutting events off the end shows only to someone who knows a later hash: keep `head` elsewhere.
 */
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { asc, desc, gt } from "drizzle-orm";
import { accept, refuse, type Result } from "#app/domain/result.ts";
import { canonicalJson, type Json } from "./canonical-json.ts";
import type { Db, Tx } from "./db.server.ts";
import { auditEvents } from "./schema.server.ts";

export interface AuditEvent {
  /** UTC milliseconds. */
  at: number;
  /** An account's id, or null for the machine itself. */
  actorId: string | null;
  /** In kebab-case, such as `role-granted`. */
  kind: string;
  /** The id of what it happened to. */
  subject: string;
  details: Record<string, Json>;
}

type AuditRow = typeof auditEvents.$inferSelect;

/** What stands before the first event. */
const ORIGIN = "0".repeat(64);
const PAGE = 500;

/** Adds to the trail; belongs into the same transaction as the change itself. */
export async function appendAuditEvent(tx: Tx, event: AuditEvent): Promise<void> {
  const [last] = await tx
    .select({ seq: auditEvents.seq, hash: auditEvents.hash })
    .from(auditEvents)
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  const content = {
    seq: (last?.seq ?? 0) + 1,
    happenedAt: event.at,
    actorId: event.actorId,
    kind: event.kind,
    subject: event.subject,
    details: event.details,
    previousHash: last?.hash ?? ORIGIN,
  };
  await tx.insert(auditEvents).values({ ...content, hash: hashOf(content) });
}

/**
 * Walks the whole trail.
 * @returns how long it is and the hash of its last event; or `audit-gap` (an event is missing or out of place) or
 *   `audit-altered` (its content is not what was written), with the number of the first such event in `values.seq`
 */
export async function verifyAuditTrail(
  db: Db,
): Promise<Result<{ length: number; head: string }, "audit-gap" | "audit-altered">> {
  let length = 0;
  let head = ORIGIN;
  for (;;) {
    const rows = await db
      .select()
      .from(auditEvents)
      .where(gt(auditEvents.seq, length))
      .orderBy(asc(auditEvents.seq))
      .limit(PAGE);
    for (const row of rows) {
      if (row.seq !== length + 1 || row.previousHash !== head) return refuse("audit-gap", { values: { seq: row.seq } });
      if (row.hash !== hashOf(row)) return refuse("audit-altered", { values: { seq: row.seq } });
      length = row.seq;
      head = row.hash;
    }
    if (rows.length < PAGE) return accept({ length, head });
    await setImmediate();
  }
}

function hashOf(row: Omit<AuditRow, "hash">): string {
  const { seq, happenedAt, actorId, kind, subject, previousHash } = row;
  const content = { seq, happenedAt, actorId, kind, subject, details: row.details as Json, previousHash };
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}
