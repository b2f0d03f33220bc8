/**
 * Mail. With an SMTP server it is sent; without one each mail becomes an `.eml` file that its reader's own program opens.
 */
import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";

export interface Mail {
  /** One address in its stored form. */
  to: string;
  subject: string;
  text: string;
}

export interface Mailer {
  /**
   * Hands one mail over.
   * @throws Error when the server or the folder does not take it
   */
  send(mail: Mail): Promise<void>;
  /** Sends after the present answer is on its way, so that its time tells nothing; a failure goes to the log. */
  post(mail: Mail, log: MailLog): void;
  /** Resolves when everything posted has been sent or has failed: for a shut-down that loses no mail. */
  settled(): Promise<void>;
}

export interface MailLog {
  error(details: object, message: string): void;
}

/**
 * @param smtpUrl `smtp://` or `smtps://`, with user and password if the server asks for them; without it files are written
 * @param folder where they are written; made when it is missing, readable by this user alone
 * @param from what stands in From
 */
export function createMailer({ smtpUrl, folder, from }: { smtpUrl?: string; folder: string; from: string }): Mailer {
  const defaults = {
    from,
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
    textEncoding: "quoted-printable" as const,
  };
  const send = smtpUrl
    ? smtpSender(smtpUrl, defaults)
    : fileSender(folder, createTransport({ streamTransport: true, buffer: true, newline: "windows" }, defaults));

  const underway = new Set<Promise<void>>();
  return {
    send,
    post(mail, log) {
      const sending = new Promise<void>((resolve) => setImmediate(resolve))
        .then(() => send(mail))
        .catch((error: unknown) => log.error(faultOf(error), "a mail could not be sent"))
        .finally(() => underway.delete(sending));
      underway.add(sending);
    },
    async settled() {
      while (underway.size > 0) await Promise.all(underway);
    },
  };
}

function smtpSender(smtpUrl: string, defaults: object): Mailer["send"] {
  const transport = createTransport(
    { url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    defaults,
  );
  return async (mail) => {
    await transport.sendMail(envelope(mail));
  };
}

function fileSender(
  folder: string,
  composer: { sendMail(mail: object): Promise<{ message: Buffer | NodeJS.ReadableStream }> },
): Mailer["send"] {
  return async (mail) => {
    const { message } = await composer.sendMail(envelope(mail));
    if (!Buffer.isBuffer(message)) throw new Error("the mail was not composed in memory");
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // The time sorts the folder; the rest keeps a link that gives an account away from being guessed.
    const name = `${new Date().toISOString().replace(/[:.]/g, "-")}-${randomUUID()}.eml`;
    await writeFile(join(folder, name), message, { mode: 0o600, flag: "wx" });
  };
}

/** Codes alone: the words of a mail server repeat the address, and that does not belong in a log. */
function faultOf(error: unknown): object {
  const { code, command, responseCode } = error as { code?: unknown; command?: unknown; responseCode?: unknown };
  return { code, command, responseCode };
}

/** The address goes in as one address, so that a comma in it cannot make two of it. */
function envelope({ to, subject, text }: Mail) {
  return { to: { name: "", address: to }, subject, text };
}
