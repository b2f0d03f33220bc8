import { expect, test } from "vitest";
import { appendAuditEvent, verifyAuditTrail } from "#app/store/audit.server.ts";
import { dialect } from "#app/store/dialect.server.ts";
import { NOW, openFreshStore, runSql } from "./fresh-store.ts";

const store = await openFreshStore();
const event = { at: NOW, actorId: "admin", kind: "role-granted", subject: "someone" };

test("an empty trail is sound, and so is one that was only added to", async () => {
  expect(await store.read(verifyAuditTrail)).toEqual({ ok: true, value: { length: 0, head: "0".repeat(64) } });
  await store.write((tx) => appendAuditEvent(tx, { ...event, actorId: null, details: {} }));
  // The databases keep the keys in orders of their own.
  const details = { role: "issuer", z: 1, a: [null, { y: 0.5, b: "Ў\\" }] };
  await store.write((tx) => appendAuditEvent(tx, { ...event, details }));
  expect(await store.read(verifyAuditTrail)).toMatchObject({ ok: true, value: { length: 2 } });
});

test("events that are written at the same moment form one chain", async () => {
  const writes = Array.from({ length: 40 }, (_, place) =>
    store.write((tx) => appendAuditEvent(tx, { ...event, details: { place } })),
  );
  await Promise.all(writes);
  expect(await store.read(verifyAuditTrail)).toMatchObject({ ok: true, value: { length: 42 } });
});

test("a change that fails leaves no trace in the trail", async () => {
  const failing = store.write(async (tx) => {
    await appendAuditEvent(tx, { ...event, details: {} });
    throw new Error("refused");
  });
  await expect(failing).rejects.toThrow("refused");
  expect(await store.read(verifyAuditTrail)).toMatchObject({ ok: true, value: { length: 42 } });
});

test.each([
  "UPDATE audit_events SET actor_id = 'x'",
  "DELETE FROM audit_events WHERE seq = 2",
  "INSERT INTO audit_events (seq, happened_at, kind, subject, details, previous_hash, hash) VALUES (2, 0, '', '', '{}', '', '')",
  ...(dialect === "postgres" ? ["TRUNCATE audit_events"] : []),
])("the trail refuses %s", async (statement) => {
  await expect(store.write((tx) => runSql(tx, statement))).rejects.toThrow();
});

test("the trail refuses to have an event replaced", { skip: dialect !== "sqlite" }, async () => {
  const statement =
    "INSERT OR REPLACE INTO audit_events (seq, happened_at, kind, subject, details, previous_hash, hash) VALUES (2, 0, '', '', '{}', '', '')";
  await expect(store.write((tx) => runSql(tx, statement))).rejects.toThrow();
});

test.each([
  ["another actor", "UPDATE audit_events SET actor_id = 'someone-else' WHERE seq = 2", "audit-altered", 2],
  ["another time", "UPDATE audit_events SET happened_at = happened_at + 1 WHERE seq = 1", "audit-altered", 1],
  ["other details", `UPDATE audit_events SET details = '{"role":"admin"}' WHERE seq = 3`, "audit-altered", 3],
  ["a new hash", `UPDATE audit_events SET hash = '${"f".repeat(64)}' WHERE seq = 3`, "audit-altered", 3],
  ["a removed event", "DELETE FROM audit_events WHERE seq = 2", "audit-gap", 3],
  ["a removed beginning", "DELETE FROM audit_events WHERE seq = 1", "audit-gap", 2],
])("%s shows, even where the guards were taken off", async (_, statement, code, seq) => {
  const undo = new Error("undo");
  let verdict: unknown;
  const tampering = store.write(async (tx) => {
    if (dialect === "postgres") await runSql(tx, "ALTER TABLE audit_events DISABLE TRIGGER USER");
    else for (const guard of ["update", "delete"]) await runSql(tx, `DROP TRIGGER audit_events_${guard}`);
    await runSql(tx, statement);
    verdict = await verifyAuditTrail(tx);
    throw undo;
  });
  await expect(tampering).rejects.toBe(undo);
  expect(verdict).toEqual({ ok: false, problems: [{ code, values: { seq } }] });
});

test("a trail of more than one page is walked to its end", async () => {
  await store.write(async (tx) => {
    for (let place = 0; place < 1000; place += 1) await appendAuditEvent(tx, { ...event, details: { place } });
  });
  expect(await store.read(verifyAuditTrail)).toMatchObject({ ok: true, value: { length: 1042 } });
});
