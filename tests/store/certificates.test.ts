import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { formatCertificateNumber, formatVerifyCode, makeVerifyCode } from "#app/domain/certificate-number.ts";
import {
  appendCertificateEvent,
  type Certificate,
  findCertificateByCode,
  findCertificateById,
  findCertificateByNumber,
  findCertificateOf,
  insertCertificate,
  listCertificates,
  listCertificatesOf,
  listEventsOf,
  listEventsOfEach,
  nextSerial,
} from "#app/store/certificates.server.ts";
import type { Tx } from "#app/store/db.server.ts";
import { insertLearner, NOW, openFreshStore, runSql } from "./fresh-store.ts";

const store = await openFreshStore();

async function issue(
  tx: Tx,
  accountId: string,
  { holderName = "Alena Kavalenka", edition = "2026", issuedAt = NOW } = {},
): Promise<Certificate | null> {
  const given = { accountId, courseId: "labour-migration", edition };
  if (await findCertificateOf(tx, given)) return null;
  const id = randomUUID();
  const number = formatCertificateNumber(2026, await nextSerial(tx, 2026));
  const verifyCode = makeVerifyCode(Buffer.from(id));
  const certificate: Certificate = {
    id,
    number,
    verifyCode,
    ...given,
    issuedAt,
    record: {
      template: 1,
      id,
      number,
      verifyCode,
      verifyUrl: `https://learn.example.org/verify/${verifyCode}`,
      holderName,
      issuerName: "Institute",
      courseId: given.courseId,
      courseTitle: "Labour migration",
      edition,
      lawAsOf: "2026-01-01",
      workloadMinutes: 600,
      language: "be",
      rule: { lessons: 20, quizzes: 5, quizPassPercent: 70 },
      issuedOn: "2026-03-02",
      issuedAt,
    },
  };
  return (await insertCertificate(tx, certificate)) ? certificate : null;
}

async function issueTo(holderName: string, more: { issuedAt?: number } = {}): Promise<Certificate> {
  const { id } = await insertLearner(store);
  const certificate = await store.write((tx) => issue(tx, id, { holderName, ...more }));
  if (!certificate) throw new Error("not issued");
  return certificate;
}
const search = (query: string) => store.read((db) => listCertificates(db, { limit: 50, query }));

test("a certificate is read as it was issued, by its id, number, code and owner", async () => {
  const certificate = await issueTo("Alena Kavalenka");
  const { id, number, verifyCode, accountId, courseId, edition } = certificate;
  expect(await store.read((db) => findCertificateById(db, id))).toEqual(certificate);
  expect(await store.read((db) => findCertificateByNumber(db, number))).toEqual(certificate);
  expect(await store.read((db) => findCertificateByCode(db, verifyCode))).toEqual(certificate);
  expect(await store.read((db) => findCertificateOf(db, { accountId, courseId, edition }))).toEqual(certificate);
  expect(await store.read((db) => listCertificatesOf(db, { accountId }))).toEqual([certificate]);
});

test("fifty claims at the same moment issue one certificate and use one number", async () => {
  const { id } = await insertLearner(store);
  const before = await issueTo("Before");
  const issued = await Promise.all(Array.from({ length: 50 }, () => store.write((tx) => issue(tx, id))));
  const after = await issueTo("After");
  const serial = (certificate: Certificate | null | undefined) => Number(certificate?.number.slice(5, 11));
  expect(issued.filter((certificate) => certificate !== null)).toHaveLength(1);
  expect(serial(after)).toBe(serial(before) + 2);
});

test("the same certificate is not inserted a second time", async () => {
  const certificate = await issueTo("Alena Kavalenka");
  const again = { ...certificate, id: randomUUID(), number: "2026-999999-0", verifyCode: "0".repeat(20) };
  expect(await store.write((tx) => insertCertificate(tx, again))).toBe(false);
});

test("numbers begin at 1 in each year, and a change that fails uses none", async () => {
  const next = () => store.write((tx) => nextSerial(tx, 2031));
  expect(await next()).toBe(1);
  const failed = store.write(async (tx) => {
    await nextSerial(tx, 2031);
    throw new Error("signing failed");
  });
  await expect(failed).rejects.toThrow("signing failed");
  expect(await next()).toBe(2);
  expect(await store.write((tx) => nextSerial(tx, 2032))).toBe(1);
});

test("issuers find a certificate by number, by code and by part of the holder's name in any case", async () => {
  const certificate = await issueTo("Фёдор Цехановіч-Ўласаў");
  const { number, verifyCode } = certificate;
  for (const query of [
    number,
    number.replaceAll("-", " "),
    formatVerifyCode(verifyCode).toLowerCase(),
    "  фЕдОр ",
    "ЦЕХАНОВІЧ",
    "-ўласаў",
  ]) {
    expect(await search(query), query).toEqual([certificate]);
  }
  expect((await search(number.slice(0, 8))).map((found) => found.number)).toContain(number);
});

test("signs that mean something to the database mean themselves in a search", async () => {
  const certificate = await issueTo("Per % cent_\\ O'Neill");
  for (const query of ["% cent", "cent_", "_\\", "o'neill"]) expect(await search(query), query).toEqual([certificate]);
  expect(await search("%")).toEqual([certificate]);
});

test("the register shows the newest first, no more than asked for", async () => {
  const [older, newer] = [
    await issueTo("Older", { issuedAt: NOW + 86_400_000 }),
    await issueTo("Newer", { issuedAt: NOW + 2 * 86_400_000 }),
  ];
  expect(await store.read((db) => listCertificates(db, { limit: 2 }))).toEqual([newer, older]);
});

test("what happened to a certificate is kept in order and can be neither changed nor removed", async () => {
  const { id: certificateId } = await issueTo("Alena Kavalenka");
  const event = { certificateId, reason: null, actorId: "issuer", happenedAt: NOW };
  await store.write(async (tx) => {
    await appendCertificateEvent(tx, {
      ...event,
      id: randomUUID(),
      kind: "revoked",
      reason: "mistake",
      happenedAt: NOW + 1,
    });
    await appendCertificateEvent(tx, { ...event, id: randomUUID(), kind: "issued" });
  });
  await expect(store.write((tx) => runSql(tx, "UPDATE certificate_events SET kind = 'issued'"))).rejects.toThrow();
  await expect(store.write((tx) => runSql(tx, "DELETE FROM certificate_events"))).rejects.toThrow();
  const events = await store.read((db) => listEventsOf(db, certificateId));
  expect(events.map(({ kind, reason }) => [kind, reason])).toEqual([
    ["issued", null],
    ["revoked", "mistake"],
  ]);
});

test("the events of many certificates are read at once, to each its own in their order, and none for one that has none", async () => {
  const [one, other, silent] = [await issueTo("One"), await issueTo("Other"), await issueTo("Silent")];
  const event = { reason: null, actorId: "issuer" };
  await store.write(async (tx) => {
    for (const [certificateId, kind, happenedAt] of [
      [other.id, "revoked", NOW + 2],
      [one.id, "issued", NOW + 1],
      [other.id, "issued", NOW],
    ] as const) {
      await appendCertificateEvent(tx, { ...event, id: randomUUID(), certificateId, kind, happenedAt });
    }
  });
  const ids = [silent.id, other.id, "none", one.id];
  const lists = await store.read((db) => listEventsOfEach(db, ids));
  expect(lists.map((list) => list.map(({ kind }) => kind))).toEqual([[], ["issued", "revoked"], [], ["issued"]]);
  expect(lists[1]).toEqual(await store.read((db) => listEventsOf(db, other.id)));
  expect(await store.read((db) => listEventsOfEach(db, []))).toEqual([]);
});

test("an event of a certificate that does not exist is refused", async () => {
  const event = {
    id: randomUUID(),
    certificateId: "none",
    kind: "revoked",
    reason: null,
    actorId: "x",
    happenedAt: NOW,
  };
  await expect(store.write((tx) => appendCertificateEvent(tx, event))).rejects.toThrow();
});
