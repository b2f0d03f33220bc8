import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { expect, onTestFinished, test } from "vitest";
import { LANGUAGES } from "#app/domain/language.ts";
import { createMailer } from "#app/session/mail.server.ts";
import { mailTexts } from "#app/session/mail-texts.ts";
import { readMail } from "./small-installation.ts";

const from = "Waymark <no-reply@example.org>";
const reset = "https://learn.example.org/be/account/reset/0123456789012345678901234567890123456789012";

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "waymark-mail-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, "not", "there", "yet");
}

async function smtpServer({ refuse = false } = {}) {
  const received: { to: string[]; source: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) => done(refuse ? new Error("no such mailbox") : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString("utf8"),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { received, url: `smtp://127.0.0.1:${port}` };
}

test("without a mail server a mail becomes a file that only its owner can read", async () => {
  const folder = await emptyFolder();
  const mailer = createMailer({ folder, from });
  await mailer.send({ to: "anna@example.org", ...mailTexts.be.reset({ reset, minutes: 30 }) });
  const [name = ""] = await readdir(folder);
  expect(name).toMatch(/^[\dTZ-]+-[0-9a-f]{8}-[0-9a-f-]{27}\.eml$/);
  expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  const mail = readMail(await readFile(join(folder, name), "utf8"));
  expect(mail.to).toBe("anna@example.org");
  expect(mail.text).toContain(reset);
  expect(mail.text).toContain("Яна дзейнічае адзін раз");
  expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
});

test("a hundred mails in one instant are a hundred files", async () => {
  const folder = await emptyFolder();
  const mailer = createMailer({ folder, from });
  await Promise.all(
    Array.from({ length: 100 }, () => mailer.send({ to: "anna@example.org", subject: "x", text: "y" })),
  );
  expect(await readdir(folder)).toHaveLength(100);
});

test("with a mail server the mail arrives there, whole", async () => {
  const { received, url } = await smtpServer();
  const folder = await emptyFolder();
  await createMailer({ smtpUrl: url, folder, from }).send({
    to: "anna@example.org",
    ...mailTexts.ru.reset({ reset, minutes: 30 }),
  });
  expect(received.map(({ to }) => to)).toEqual([["anna@example.org"]]);
  const mail = readMail(received[0]?.source ?? "");
  expect(mail.text).toContain(reset);
  expect(mail.text).toContain("Здравствуйте!");
  await expect(stat(folder)).rejects.toThrow("ENOENT");
});

test("an address cannot add a recipient or a header", async () => {
  const { received, url } = await smtpServer();
  const mailer = createMailer({ smtpUrl: url, folder: "", from });
  for (const to of ["anna@example.org, bob@example.org", "anna@example.org\r\nBcc: bob@example.org"]) {
    await mailer.send({ to, subject: "x\r\nBcc: bob@example.org", text: "y" }).catch(() => undefined);
  }
  expect(received.flatMap(({ to }) => to).filter((address) => address === "bob@example.org")).toEqual([]);
  expect(received.filter(({ source }) => /^bcc:/im.test(source))).toEqual([]);
});

test("a mail that cannot be sent is noted without its address, and harms nobody", async () => {
  const { url } = await smtpServer({ refuse: true });
  const noted: unknown[] = [];
  const mailer = createMailer({ smtpUrl: url, folder: "", from });
  mailer.post({ to: "anna@example.org", subject: "x", text: "y" }, { error: (...line) => noted.push(line) });
  expect(noted).toEqual([]);
  await mailer.settled();
  expect(noted).toEqual([[{ code: "EENVELOPE", command: "RCPT TO", responseCode: 550 }, "a mail could not be sent"]]);
});

test("every mail stands in every language, with its links on lines of their own and nothing typed by a stranger", () => {
  const links = {
    signIn: "https://a.example/1",
    forgotten: "https://a.example/2",
    reset: "https://a.example/3",
    minutes: 30,
  };
  for (const language of LANGUAGES) {
    const { welcome, alreadyHere, reset, passwordChanged } = mailTexts[language];
    for (const mail of [welcome(links), alreadyHere(links), reset(links), passwordChanged(links)]) {
      expect(mail.subject).toContain("Waymark");
      expect(mail.text.split("\n").filter((line) => line.startsWith("https://")).length).toBeGreaterThan(0);
    }
  }
});
