/** Accounts from the terminal: the first administrator, and whatever an administrator cannot do in the browser. */
import { randomUUID } from "node:crypto";
import { Command } from "commander";
import { readEmailAddress } from "#app/domain/email-address.ts";
import { isLanguage, LANGUAGES } from "#app/domain/language.ts";
import { checkPassword } from "#app/domain/password-rule.ts";
import { GRANTED_ROLES, type GrantedRole, isGrantedRole } from "#app/domain/permission.ts";
import { checkHolderName } from "#app/domain/person-name.ts";
import { env } from "#app/env.server.ts";
import { fontLacks } from "#app/issuing/certificate-font.server.ts";
import { hashPassword } from "#app/session/passwords.server.ts";
import {
  disableAccount,
  findAccountByEmail,
  grantRole,
  insertAccount,
  listAccounts,
  listRolesOf,
  revokeRole,
} from "#app/store/accounts.server.ts";
import { appendAuditEvent } from "#app/store/audit.server.ts";
import { openStore, type Store } from "#app/store/open-store.server.ts";
import { deletePasswordResetsOf } from "#app/store/password-resets.server.ts";
import { MigrationMismatch, StoreUnavailable } from "#app/store/store-errors.server.ts";
import { deleteSessionsOf } from "#app/store/sessions.server.ts";
import { askPassword, readPassword } from "./read-password.ts";

/** A refusal to be told in one line, without a stack trace. */
class Refusal extends Error {}

const program = new Command("account").description("Accounts of this installation").showHelpAfterError();

program
  .command("create")
  .argument("<email>")
  .requiredOption("--name <name>", "as it shall stand on a certificate")
  .option("--role <role>", `one of ${GRANTED_ROLES.join(", ")}; without it a learner`)
  .option("--language <language>", `language of mails: ${LANGUAGES.join(", ")}`, "en")
  .option("--password-stdin", "read the password from standard input")
  .action(create);
program
  .command("grant")
  .argument("<email>")
  .argument("<role>", GRANTED_ROLES.join(", "))
  .action((email: string, role: string) => withStore((store) => grant(store, email, role)));
program
  .command("revoke")
  .argument("<email>")
  .argument("<role>", GRANTED_ROLES.join(", "))
  .action((email: string, role: string) => withStore((store) => revoke(store, email, role)));
program
  .command("disable")
  .argument("<email>")
  .description("end every session and refuse every further sign-in")
  .action((email: string) => withStore((store) => disable(store, email)));
program
  .command("list")
  .option("--most <count>", "how many, the newest first", "1000")
  .action(({ most }: { most: string }) => withStore((store) => list(store, most)));

try {
  await program.parseAsync();
} catch (error) {
  const foreseen = [Refusal, StoreUnavailable, MigrationMismatch].some((kind) => error instanceof kind);
  if (!(error instanceof Error) || !foreseen) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function create(
  typedEmail: string,
  options: { name: string; role?: string; language: string; passwordStdin?: boolean },
): Promise<void> {
  const email = emailOf(typedEmail);
  const name = checkHolderName(options.name, fontLacks);
  if (!name.ok) throw new Refusal(`“${options.name}” cannot stand on a certificate (${codes(name.problems)}).`);
  const role = options.role === undefined ? null : roleOf(options.role);
  const { language } = options;
  if (!isLanguage(language)) throw new Refusal(`“${language}” is no language of this site: ${LANGUAGES.join(", ")}.`);

  const checked = checkPassword(await passwordOf(options.passwordStdin === true), email);
  if (!checked.ok) {
    throw new Refusal(
      `This password will not do (${codes(checked.problems)}). Take 12 to 128 characters, none of the common ones, without the address.`,
    );
  }
  const hashed = await hashPassword(checked.value);
  if (!hashed.ok) throw new Refusal("Too many passwords are being hashed. Try again.");

  await withStore(async (store) => {
    const at = Date.now();
    const accountId = randomUUID();
    const created = await store.write(async (tx) => {
      const account = {
        id: accountId,
        email,
        name: name.value,
        language,
        passwordHash: hashed.value,
        demo: false,
        createdAt: at,
      };
      if (!(await insertAccount(tx, account))) return false;
      await appendAuditEvent(tx, { at, actorId: null, kind: "account-created", subject: accountId, details: {} });
      if (role) {
        await grantRole(tx, { id: randomUUID(), accountId, role, at });
        await appendAuditEvent(tx, { at, actorId: null, kind: "role-granted", subject: accountId, details: { role } });
      }
      return true;
    });
    if (!created) throw new Refusal(`${email} has an account already. Nothing was changed.`);
    console.log(`${email} has an account${role ? ` and is ${role}` : ""}.`);
  });
}

async function grant(store: Store, typedEmail: string, typedRole: string): Promise<void> {
  const role = roleOf(typedRole);
  const at = Date.now();
  const { id: accountId, email } = await accountOf(store, typedEmail);
  const granted = await store.write(async (tx) => {
    if (!(await grantRole(tx, { id: randomUUID(), accountId, role, at }))) return false;
    await appendAuditEvent(tx, { at, actorId: null, kind: "role-granted", subject: accountId, details: { role } });
    return true;
  });
  console.log(granted ? `${email} is now ${role}.` : `${email} was ${role} already.`);
}

async function revoke(store: Store, typedEmail: string, typedRole: string): Promise<void> {
  const role = roleOf(typedRole);
  const { id: accountId, email } = await accountOf(store, typedEmail);
  const revoked = await store.write(async (tx) => {
    if (!(await revokeRole(tx, { accountId, role }))) return false;
    await appendAuditEvent(tx, {
      at: Date.now(),
      actorId: null,
      kind: "role-revoked",
      subject: accountId,
      details: { role },
    });
    return true;
  });
  console.log(revoked ? `${email} is no longer ${role}.` : `${email} was not ${role}.`);
}

async function disable(store: Store, typedEmail: string): Promise<void> {
  const at = Date.now();
  const { id: accountId, email, disabledAt } = await accountOf(store, typedEmail);
  if (disabledAt !== null) return console.log(`${email} is disabled since ${new Date(disabledAt).toISOString()}.`);
  await store.write(async (tx) => {
    await disableAccount(tx, { accountId, at });
    await deleteSessionsOf(tx, accountId);
    await deletePasswordResetsOf(tx, accountId);
    await appendAuditEvent(tx, { at, actorId: null, kind: "account-disabled", subject: accountId, details: {} });
  });
  console.log(`${email} is disabled and signed out everywhere.`);
}

async function list(store: Store, most: string): Promise<void> {
  const limit = Number(most);
  if (!Number.isInteger(limit) || limit < 1) throw new Refusal("--most takes a whole number from 1.");
  const lines = await store.read(async (db) => {
    const found: string[] = [];
    for (const account of await listAccounts(db, { limit })) {
      const roles = ["learner", ...(await listRolesOf(db, account.id))].join(",");
      const created = new Date(account.createdAt).toISOString().slice(0, 10);
      found.push(
        [account.email, account.name, roles, created, account.disabledAt === null ? "active" : "disabled"].join("\t"),
      );
    }
    return found;
  });
  console.log(lines.length === 0 ? "There is no account yet." : lines.join("\n"));
}

/** Opening migrates first. */
async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore({ url: env.DATABASE_URL, now: Date.now });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

async function accountOf(store: Store, typedEmail: string) {
  const email = emailOf(typedEmail);
  const account = await store.read((db) => findAccountByEmail(db, email));
  if (!account) throw new Refusal(`${email} has no account.`);
  return account;
}

async function passwordOf(fromInput: boolean): Promise<string> {
  if (fromInput) return readPassword(process.stdin);
  if (!process.stdin.isTTY)
    throw new Refusal("There is no terminal to ask at. Pipe the password in, with --password-stdin.");
  return askPassword(process.stdin, process.stdout).catch((error: unknown) => {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  });
}

function emailOf(typed: string): string {
  const email = readEmailAddress(typed);
  if (!email.ok) throw new Refusal(`“${typed}” is no e-mail address.`);
  return email.value;
}

function roleOf(typed: string): GrantedRole {
  if (!isGrantedRole(typed))
    throw new Refusal(`“${typed}” is no role that can be granted: ${GRANTED_ROLES.join(", ")}.`);
  return typed;
}

function codes(problems: readonly { code: string }[]): string {
  return problems.map((problem) => problem.code).join(", ");
}
