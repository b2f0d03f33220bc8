import { and, asc, desc, eq, inArray, like, or, sql } from "drizzle-orm";
import { parseCertificateNumber, parseVerifyCode } from "#app/domain/certificate-number.ts";
import { type CertificateRecord, CertificateRecordSchema } from "#app/domain/certificate-record.ts";
import type { Db, Tx } from "./db.server.ts";
import { prepared } from "./prepared.server.ts";
import { certificateEvents, certificateSerials, certificates } from "./schema.server.ts";

type CertificateRow = typeof certificates.$inferSelect;
export type Certificate = Omit<CertificateRow, "record" | "holderKey"> & { record: CertificateRecord };
export type StoredCertificateEvent = typeof certificateEvents.$inferSelect;

/** The next serial number of a year, from 1. It counts only if the transaction that asks for it does, so none is skipped. */
export async function nextSerial(tx: Tx, year: number): Promise<number> {
  const [serial] = await tx
    .insert(certificateSerials)
    .values({ year, last: 1 })
    .onConflictDoUpdate({ target: certificateSerials.year, set: { last: sql`${certificateSerials.last} + 1` } })
    .returning({ last: certificateSerials.last });
  if (!serial) throw new Error(`no serial number for ${year}`);
  return serial.last;
}

/** @returns whether it was inserted: false when the account has one for this edition of the course already */
export async function insertCertificate(tx: Tx, certificate: Certificate): Promise<boolean> {
  const inserted = await tx
    .insert(certificates)
    .values({ ...certificate, holderKey: searchKey(certificate.record.holderName) })
    .onConflictDoNothing({ target: [certificates.accountId, certificates.courseId, certificates.edition] })
    .returning({ id: certificates.id });
  return inserted.length > 0;
}

const certificateByCourse = prepared(["accountId", "courseId", "edition"], (db, { accountId, courseId, edition }) =>
  db
    .select()
    .from(certificates)
    .where(
      and(
        eq(certificates.accountId, accountId),
        eq(certificates.courseId, courseId),
        eq(certificates.edition, edition),
      ),
    ),
);

export async function findCertificateOf(
  db: Db,
  course: { accountId: string; courseId: string; edition: string },
): Promise<Certificate | null> {
  const [row] = await certificateByCourse(db, course);
  return row ? certificateOf(row) : null;
}

/** @param code in canonical form, as `parseVerifyCode` answers it */
export async function findCertificateByCode(db: Db, code: string): Promise<Certificate | null> {
  const [row] = await db.select().from(certificates).where(eq(certificates.verifyCode, code));
  return row ? certificateOf(row) : null;
}

/** @param number in canonical form, as `parseCertificateNumber` answers it */
export async function findCertificateByNumber(db: Db, number: string): Promise<Certificate | null> {
  const [row] = await db.select().from(certificates).where(eq(certificates.number, number));
  return row ? certificateOf(row) : null;
}

export async function findCertificateById(db: Db, id: string): Promise<Certificate | null> {
  const [row] = await db.select().from(certificates).where(eq(certificates.id, id));
  return row ? certificateOf(row) : null;
}

/** Newest first. */
export async function listCertificatesOf(db: Db, { accountId }: { accountId: string }): Promise<Certificate[]> {
  const rows = await db
    .select()
    .from(certificates)
    .where(eq(certificates.accountId, accountId))
    .orderBy(desc(certificates.issuedAt), desc(certificates.id));
  return rows.map(certificateOf);
}

/**
 * The register, for issuers; newest first.
 * @param query what someone typed: a number or its beginning, a verify code, or part of a holder's name; empty for all
 */
export async function listCertificates(
  db: Db,
  { limit, query = "" }: { limit: number; query?: string },
): Promise<Certificate[]> {
  const rows = await db
    .select()
    .from(certificates)
    .where(query.trim() === "" ? undefined : matching(query.trim()))
    .orderBy(desc(certificates.issuedAt), desc(certificates.id))
    .limit(limit);
  return rows.map(certificateOf);
}

function matching(query: string) {
  const number = parseCertificateNumber(query);
  if (number.ok) return eq(certificates.number, number.value.text);
  const code = parseVerifyCode(query);
  const key = searchKey(query).replace(/[\\%_]/g, "\\$&");
  return or(
    code.ok ? eq(certificates.verifyCode, code.value) : undefined,
    sql`${like(certificates.holderKey, `%${key}%`)} escape '\\'`,
    /^\d{4}-\d*$/.test(query) ? like(certificates.number, `${query}%`) : undefined,
  );
}

/** Lower case, and е for ё: SQLite does not fold Cyrillic when it searches. */
function searchKey(name: string): string {
  return name.normalize("NFKC").toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ");
}

/** Adds to what happened to a certificate; nothing of it can be changed or removed. */
export async function appendCertificateEvent(tx: Tx, event: StoredCertificateEvent): Promise<void> {
  await tx.insert(certificateEvents).values(event);
}

/** In the order in which they happened. */
export async function listEventsOf(db: Db, certificateId: string): Promise<StoredCertificateEvent[]> {
  return db
    .select()
    .from(certificateEvents)
    .where(eq(certificateEvents.certificateId, certificateId))
    .orderBy(asc(certificateEvents.happenedAt), asc(certificateEvents.id));
}

/**
 * The events of many certificates at once, each list in the order in which they happened.
 * @returns a list for each of the certificates, in their order; empty for one without events
 */
export async function listEventsOfEach(db: Db, certificateIds: readonly string[]): Promise<StoredCertificateEvent[][]> {
  if (certificateIds.length === 0) return [];
  const events = await db
    .select()
    .from(certificateEvents)
    .where(inArray(certificateEvents.certificateId, [...certificateIds]))
    .orderBy(asc(certificateEvents.happenedAt), asc(certificateEvents.id));
  const lists = new Map(certificateIds.map((id): [string, StoredCertificateEvent[]] => [id, []]));
  for (const event of events) lists.get(event.certificateId)?.push(event);
  return certificateIds.map((id) => lists.get(id) ?? []);
}

function certificateOf({ holderKey, ...row }: CertificateRow): Certificate {
  return { ...row, record: CertificateRecordSchema.parse(row.record) };
}
