import { expect, test } from "vitest";
import { certificateFile } from "#app/commands/certificate-file.server.ts";
import { changeProfile } from "#app/commands/change-profile.server.ts";
import { issueCertificate } from "#app/commands/issue-certificate.server.ts";
import type { Services } from "#app/commands/services.ts";
import { submitAttempt } from "#app/commands/submit-attempt.server.ts";
import { parseCertificateNumber } from "#app/domain/certificate-number.ts";
import type { CertificateRecord } from "#app/domain/certificate-record.ts";
import type { Language } from "#app/domain/language.ts";
import { verifyAuditTrail } from "#app/store/audit.server.ts";
import { findCertificateOf, listCertificates, listEventsOf } from "#app/store/certificates.server.ts";
import { attemptWith, course, finishCourse, learningInstallation, passQuiz, readAllLessons } from "./learning.ts";

const NAME = "Ганна Ўладзіміраўна Шчарбакова";
const notAllDone = { ok: false, problems: [{ code: "not-all-done" }] };

function claim(services: Services, accountId: string, holderName = NAME, language: Language = "be") {
  return issueCertificate(services, { accountId, course, holderName, language });
}

async function issued(services: Services, accountId: string): Promise<CertificateRecord> {
  const result = await claim(services, accountId);
  if (!result.ok) throw new Error("refused");
  return result.value;
}

const register = (services: Services) => services.store.read((db) => listCertificates(db, { limit: 1000 }));
const serial = (record: CertificateRecord) => {
  const number = parseCertificateNumber(record.number);
  return number.ok ? number.value.serial : null;
};

test("the record says what was done, by whom, under which edition, and where it is checked", async () => {
  const { services, learner, clock } = await learningInstallation();
  await finishCourse(services, learner.id);
  const record = await issued(services, learner.id);
  expect(record).toMatchObject({
    holderName: NAME,
    issuerName: "Academy of Public Administration",
    courseTitle: course.title.be,
    edition: course.edition,
    lawAsOf: course.lawAsOf,
    workloadMinutes: course.workloadMinutes,
    language: "be",
    rule: {
      lessons: course.modules.flatMap((module) => module.lessons).length,
      quizzes: course.modules.length,
      quizPassPercent: 70,
    },
    issuedOn: "2026-11-25",
    issuedAt: clock.now,
    verifyUrl: `https://learn.example.org/verify/${record.verifyCode}`,
  });
  expect(record.number).toMatch(/^2026-000001-[\dX]$/);
  const owner = { accountId: learner.id, courseId: course.id, edition: course.edition };
  const stored = await services.store.read((db) => findCertificateOf(db, owner));
  expect(stored?.record).toEqual(record);
  expect(await services.store.read((db) => listEventsOf(db, record.id))).toMatchObject([
    { kind: "issued", reason: null, actorId: learner.id, happenedAt: clock.now },
  ]);
});

test("there is no certificate before everything is done", async () => {
  const { services, learner } = await learningInstallation();
  expect(await claim(services, learner.id)).toEqual(notAllDone);
  await readAllLessons(services, learner.id);
  expect(await claim(services, learner.id)).toEqual(notAllDone);
  const attemptId = await attemptWith(services, learner.id, ["m1-01"]);
  expect(await claim(services, learner.id)).toEqual(notAllDone);
  await submitAttempt(services, { accountId: learner.id, course, attemptId });
  expect(await claim(services, learner.id)).toEqual(notAllDone);
  expect(await register(services)).toEqual([]);
  for (const quizOf of course.modules) await passQuiz(services, learner.id, quizOf);
  expect(await claim(services, learner.id)).toMatchObject({ ok: true });
});

test("passed quizzes without the lessons are not enough, and what others did does not count", async () => {
  const { services, learner, person } = await learningInstallation();
  const other = await person("olga@example.org");
  for (const quizOf of course.modules) await passQuiz(services, learner.id, quizOf);
  await finishCourse(services, other.id);
  expect(await claim(services, learner.id)).toEqual(notAllDone);
});

test("a name with a letter that the font lacks is refused, and the letter is named", async () => {
  const { services, learner } = await learningInstallation();
  await finishCourse(services, learner.id);
  expect(await claim(services, learner.id, "Anna 張")).toEqual({
    ok: false,
    problems: [{ code: "name-letter-not-printable", field: "name", values: { letter: "張" } }],
  });
  expect(await claim(services, learner.id, "  ")).toEqual({
    ok: false,
    problems: [{ code: "name-empty", field: "name" }],
  });
  expect(await register(services)).toEqual([]);
  // A refusal takes no number.
  expect(serial(await issued(services, learner.id))).toBe(1);
});

test("thirty simultaneous claims give one certificate with one number", async () => {
  const { services, learner } = await learningInstallation();
  await finishCourse(services, learner.id);
  const claims = await Promise.all(
    Array.from({ length: 30 }, (_, index) => claim(services, learner.id, index % 2 ? NAME : "Anna Kavaleva")),
  );
  expect(new Set(claims.map((result) => JSON.stringify(result))).size).toBe(1);
  expect(claims[0]).toMatchObject({ ok: true });
  const [certificate, ...others] = await register(services);
  expect(others).toEqual([]);
  const events = await services.store.read((db) => listEventsOf(db, certificate?.id ?? ""));
  expect(events).toHaveLength(1);
});

test("numbers rise without gaps, however many claim at once and are refused in between", async () => {
  const { services, learner, person } = await learningInstallation();
  const holders = await Promise.all(Array.from({ length: 12 }, (_, index) => person(`holder${index}@example.org`)));
  for (const holder of holders) await finishCourse(services, holder.id);
  const claims = await Promise.all(
    holders.flatMap((holder) => [claim(services, holder.id), claim(services, learner.id), claim(services, holder.id)]),
  );
  expect(claims.filter((result) => !result.ok)).toHaveLength(12);
  const serials = (await register(services)).map(({ record }) => serial(record)).sort((a, b) => Number(a) - Number(b));
  expect(serials).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
});

test("the year of the number is the year in Minsk, and each year counts from one", async () => {
  const { services, learner, person, clock } = await learningInstallation();
  const other = await person("olga@example.org");
  await finishCourse(services, learner.id);
  await finishCourse(services, other.id);
  clock.now = Date.UTC(2026, 11, 31, 20, 59, 59);
  const old = await issued(services, other.id);
  expect([old.number.slice(0, 11), old.issuedOn]).toEqual(["2026-000001", "2026-12-31"]);
  clock.now = Date.UTC(2026, 11, 31, 22, 30);
  const fresh = await issued(services, learner.id);
  expect([fresh.number.slice(0, 11), fresh.issuedOn]).toEqual(["2027-000001", "2027-01-01"]);
});

test("the record is frozen: renaming the account changes neither it nor one byte of the PDF", async () => {
  const { services, learner } = await learningInstallation();
  await finishCourse(services, learner.id);
  const record = await issued(services, learner.id);
  const asked = { account: { id: learner.id, roles: ["learner"] }, certificateId: record.id };
  const before = await certificateFile(services, asked);

  await changeProfile(services, { accountId: learner.id, name: "Hanna Novik", language: "en" });
  const renamed = { ...services, issuerName: "Another Academy", origin: "https://elsewhere.example" };
  expect(await claim(renamed, learner.id, "Hanna Novik", "en")).toEqual({ ok: true, value: record });
  const after = await certificateFile(renamed, asked);
  expect(after?.number).toBe(record.number);
  expect(before?.pdf.equals(after?.pdf ?? Buffer.alloc(0))).toBe(true);
});

test("an issued certificate stands in the trail", async () => {
  const { services, learner } = await learningInstallation();
  await finishCourse(services, learner.id);
  await issued(services, learner.id);
  expect(await services.store.read(verifyAuditTrail)).toMatchObject({ ok: true, value: { length: 1 } });
});

test("verify codes of two certificates are not alike", async () => {
  const { services, learner, person } = await learningInstallation();
  const other = await person("olga@example.org");
  const codes = [];
  for (const { id } of [learner, other]) {
    await finishCourse(services, id);
    codes.push((await issued(services, id)).verifyCode);
  }
  expect(codes[0]).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
  expect(codes[0]?.slice(0, 10)).not.toBe(codes[1]?.slice(0, 10));
});
