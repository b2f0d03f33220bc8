import { expect, test } from "vitest";
import { issueCertificate } from "#app/commands/issue-certificate.server.ts";
import { revokeCertificate } from "#app/commands/revoke-certificate.server.ts";
import { certificateState } from "#app/domain/certificate-state.ts";
import { verifyAuditTrail } from "#app/store/audit.server.ts";
import { findCertificateById, listCertificates, listEventsOf } from "#app/store/certificates.server.ts";
import { course, finishCourse, learningInstallation } from "./learning.ts";

async function issued() {
  const installation = await learningInstallation();
  const { services, learner, person } = installation;
  const issuer = await person("issuer@example.org");
  await finishCourse(services, learner.id);
  const claimed = await issueCertificate(services, {
    accountId: learner.id,
    course,
    holderName: learner.name,
    language: "en",
  });
  if (!claimed.ok) throw new Error("refused");
  const record = claimed.value;
  const right = {
    actorId: issuer.id,
    certificateId: record.id,
    reason: "issued-in-error",
    confirmation: record.number,
  };
  return {
    ...installation,
    issuer,
    record,
    right,
    events: () => services.store.read((db) => listEventsOf(db, record.id)),
  };
}

test("a revocation is kept with its reason, its time and who did it; the record stays as it was", async () => {
  const { services, clock, issuer, record, right, events } = await issued();
  clock.now += 5000;
  expect(await revokeCertificate(services, right)).toEqual({ ok: true, value: null });
  expect((await events())[1]).toMatchObject({
    kind: "revoked",
    reason: "issued-in-error",
    actorId: issuer.id,
    happenedAt: clock.now,
  });
  expect(certificateState(await events())).toEqual({ kind: "revoked", on: clock.now, reason: "issued-in-error" });
  expect((await services.store.read((db) => findCertificateById(db, record.id)))?.record).toEqual(record);
});

test("a certificate is revoked once, and the first reason stays", async () => {
  const { services, right, events } = await issued();
  await revokeCertificate(services, right);
  expect(await revokeCertificate(services, { ...right, reason: "misconduct" })).toEqual({
    ok: false,
    problems: [{ code: "already-revoked" }],
  });
  expect(await events()).toHaveLength(2);
});

test("ten simultaneous revocations give one", async () => {
  const { services, right, events } = await issued();
  const results = await Promise.all(Array.from({ length: 10 }, () => revokeCertificate(services, right)));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(await events()).toHaveLength(2);
});

test.each(["", "because", "constructor"])(
  "a reason that is none of the public ones (%j) is refused",
  async (reason) => {
    const { services, right, events } = await issued();
    expect(await revokeCertificate(services, { ...right, reason })).toEqual({
      ok: false,
      problems: [{ code: "reason-missing", field: "reason" }],
    });
    expect(await events()).toHaveLength(1);
  },
);

test.each(["", "yes", "2026-000002-8", "2026-000001"])(
  "the number of the certificate has to be typed; %j is refused",
  async (confirmation) => {
    const { services, right, events } = await issued();
    expect(await revokeCertificate(services, { ...right, confirmation })).toEqual({
      ok: false,
      problems: [{ code: "confirm-mismatch", field: "confirmation" }],
    });
    expect(await events()).toHaveLength(1);
  },
);

test("the number may be typed as people type it", async () => {
  const { services, record, right } = await issued();
  const confirmation = ` № ${record.number.toLowerCase().replaceAll("-", " ")} `;
  expect(await revokeCertificate(services, { ...right, confirmation })).toMatchObject({ ok: true });
});

test("what is not in the register cannot be revoked", async () => {
  const { services, right } = await issued();
  expect(await revokeCertificate(services, { ...right, certificateId: "nothing" })).toEqual({
    ok: false,
    problems: [{ code: "certificate-unknown" }],
  });
});

test("the trail holds issue and revocation, no refusal, and verifies", async () => {
  const { services, right } = await issued();
  await revokeCertificate(services, { ...right, confirmation: "wrong" });
  await revokeCertificate(services, right);
  await revokeCertificate(services, right);
  expect(await services.store.read(verifyAuditTrail)).toMatchObject({ ok: true, value: { length: 2 } });
});

test("claiming again after a revocation gives no second certificate and takes no number", async () => {
  const { services, learner, record, right } = await issued();
  await revokeCertificate(services, right);
  await issueCertificate(services, { accountId: learner.id, course, holderName: learner.name, language: "en" });
  const register = await services.store.read((db) => listCertificates(db, { limit: 10 }));
  expect(register.map((certificate) => certificate.number)).toEqual([record.number]);
});
