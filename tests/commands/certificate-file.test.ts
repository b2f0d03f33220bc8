import { expect, test } from "vitest";
import { certificateFile } from "#app/commands/certificate-file.server.ts";
import { issueCertificate } from "#app/commands/issue-certificate.server.ts";
import { course, finishCourse, learningInstallation } from "./learning.ts";

async function issued() {
  const installation = await learningInstallation();
  const { services, learner } = installation;
  await finishCourse(services, learner.id);
  const claimed = await issueCertificate(services, {
    accountId: learner.id,
    course,
    holderName: learner.name,
    language: "en",
  });
  if (!claimed.ok) throw new Error("refused");
  const fileFor = (id: string, roles: string[], certificateId = claimed.value.id) =>
    certificateFile(services, { account: { id, roles }, certificateId });
  return { ...installation, record: claimed.value, fileFor };
}

test("the holder gets the PDF, the same bytes each time", async () => {
  const { learner, record, fileFor } = await issued();
  const first = await fileFor(learner.id, ["learner"]);
  const second = await fileFor(learner.id, ["learner"]);
  expect(first?.number).toBe(record.number);
  expect(first?.pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(second?.pdf.equals(first?.pdf ?? Buffer.alloc(0))).toBe(true);
});

test("somebody else's PDF is as absent as one that does not exist", async () => {
  const { learner, person, fileFor } = await issued();
  const other = await person("olga@example.org");
  expect(await fileFor(other.id, ["learner"])).toBeNull();
  expect(await fileFor(other.id, ["learner", "author"])).toBeNull();
  expect(await fileFor(learner.id, ["learner"], "nothing")).toBeNull();
});

test.each(["issuer", "admin"])("the %s may read it", async (role) => {
  const { person, record, fileFor } = await issued();
  const reader = await person("reader@example.org");
  expect((await fileFor(reader.id, ["learner", role]))?.number).toBe(record.number);
});
