import { expect, test } from "vitest";
import { revokeCertificate } from "#app/commands/revoke-certificate.server.ts";
import { action, loader } from "#app/screens/certificate/claim.tsx";
import { loader as file } from "#app/screens/certificate/file.ts";
import { loader as verify } from "#app/screens/certificate/verify.tsx";
import { loader as dashboard } from "#app/screens/learn/dashboard.tsx";
import { listCertificatesOf } from "#app/store/certificates.server.ts";
import { course, finishCourse, learningInstallation, present } from "../commands/learning.ts";
import { asking, thrown } from "./asking.ts";
import { loadMessages } from "#app/locales/messages.ts";

async function claiming() {
  const installation = await learningInstallation();
  const { services, learner } = installation;
  const { get, post, signedIn } = asking(services);
  const cookie = await signedIn(learner.id);
  const address = `/be/courses/${course.id}/certificate`;
  const params = { lang: "be", course: course.id };
  const claim = (name: string) =>
    action(
      post(address, params, cookie, [
        ["name", name],
        ["language", "be"],
      ]),
    );
  return {
    ...installation,
    signedIn,
    claim,
    page: () => loader(get(address, params, cookie)),
    myLearning: () => dashboard(get("/be/dashboard", { lang: "be" }, cookie)),
    download: (id: string, as: string | null = cookie) =>
      file(get(`/certificates/${id}.pdf`, { file: `${id}.pdf` }, as)),
    check: async (typed: string) => {
      const answer = await verify(get(`/be/verify/${typed}`, { lang: "be", code: typed }));
      return { status: answer.status, result: await answer.json() };
    },
    async issued() {
      await finishCourse(services, learner.id);
      await claim("Ганна Ўласенка");
      const certificates = await services.store.read((db) => listCertificatesOf(db, { accountId: learner.id }));
      return present(certificates[0]).record;
    },
  };
}

test("before everything is done, the page says what is left, and a claim is refused", async () => {
  const { page, claim } = await claiming();
  expect(await page()).toMatchObject({ complete: false, certificate: null, outlook: { certificate: "none" } });
  const answer = await claim("Ганна Ўласенка");
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ problems: [{ code: "not-all-done" }] });
});

test("a name that cannot be printed comes back as it was typed, with the letter", async () => {
  const { services, learner, claim } = await claiming();
  await finishCourse(services, learner.id);
  const answer = await claim("Anna 張");
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({
    holderName: "Anna 張",
    problems: [{ code: "name-letter-not-printable", field: "name", values: { letter: "張" } }],
  });
});

test("an issued certificate is shown, downloaded and verified with the same number", async () => {
  const { issued, page, download, check } = await claiming();
  const record = await issued();
  expect(await page()).toMatchObject({ certificate: { number: record.number, holderName: "Ганна Ўласенка" } });
  const answer = await download(record.id);
  expect(answer.headers.get("Content-Type")).toBe("application/pdf");
  expect(answer.headers.get("Content-Disposition")).toContain(record.number);
  const { status, result } = await check(record.verifyCode);
  expect(status).toBe(200);
  expect(result).toMatchObject({ kind: "genuine", record: { number: record.number, holderName: "Ганна Ўласенка" } });
});

test("whoever checks by number, which can be counted through, sees no person", async () => {
  const { issued, check } = await claiming();
  const record = await issued();
  const { result } = await check(record.number);
  expect(result).toMatchObject({ kind: "genuine", record: { number: record.number, holderName: null } });
  expect(JSON.stringify(result)).not.toContain("Ганна");
});

test("a PDF is led to sign-in without a session, and absent for another learner", async () => {
  const { issued, download, signedIn, person } = await claiming();
  const record = await issued();
  const other = await signedIn((await person("olga@example.org")).id);
  await loadMessages("en");
  for (const refused of [await download(record.id, other), await download("../x")]) {
    expect([refused.status, await refused.text()]).toEqual([404, expect.stringContaining("This page does not exist")]);
  }
  expect((await thrown(download(record.id, null))).status).toBe(302);
});

test("a revoked certificate is called revoked to everybody, its holder included", async () => {
  const { services, person, issued, page, myLearning, check } = await claiming();
  const record = await issued();
  const before = { page: await page(), myLearning: await myLearning() };
  const issuer = await person("issuer@example.org");
  const given = { actorId: issuer.id, certificateId: record.id, reason: "misconduct", confirmation: record.number };
  await revokeCertificate(services, given);
  expect((await check(record.verifyCode)).result).toMatchObject({ kind: "revoked", reason: "misconduct" });
  expect.soft(await page(), "the certificate's page").not.toEqual(before.page);
  expect.soft(await myLearning(), "the dashboard").not.toEqual(before.myLearning);
});
