import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import type { ReadStream } from "node:tty";
import { expect, onTestFinished, test } from "vitest";
import { askPassword } from "#app/cli/read-password.ts";
import { verifyAuditTrail } from "#app/store/audit.server.ts";
import { openStore } from "#app/store/open-store.server.ts";

async function terminal() {
  const folder = await mkdtemp(join(tmpdir(), "waymark-cli-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const url = `file:${join(folder, "waymark.sqlite")}`;
  return {
    url,
    async account(args: string[], input = "") {
      const child = spawn(process.execPath, ["--import", "tsx", "app/cli/account.ts", ...args], {
        env: { ...process.env, DATABASE_URL: url },
      });
      child.stdin.end(input);
      let said = "";
      child.stdout.on("data", (chunk) => (said += chunk));
      child.stderr.on("data", (chunk) => (said += chunk));
      const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
      return { code, said: said.trim() };
    },
  };
}

const create = ["create", "Anna@Example.org", "--name", "Anna Kavaleva", "--password-stdin"];

test("the first administrator is made on an empty machine, and the trail tells it", async () => {
  const { account, url } = await terminal();
  expect(await account([...create, "--role", "admin"], "a quiet lake in June\n")).toEqual({
    code: 0,
    said: "anna@example.org has an account and is admin.",
  });
  expect((await account(["grant", "anna@example.org", "issuer"])).said).toBe("anna@example.org is now issuer.");
  expect((await account(["revoke", "anna@example.org", "admin"])).said).toBe("anna@example.org is no longer admin.");
  expect((await account(["disable", "anna@example.org"])).said).toBe(
    "anna@example.org is disabled and signed out everywhere.",
  );
  expect((await account(["list"])).said).toMatch(
    /^anna@example\.org\tAnna Kavaleva\tlearner,issuer\t\d{4}-\d\d-\d\d\tdisabled$/,
  );
  const store = await openStore({ url, now: Date.now });
  onTestFinished(() => store.close());
  expect(await store.read(verifyAuditTrail)).toMatchObject({ ok: true, value: { length: 5 } });
}, 60_000);

test("what cannot be done is told in one line, and nothing is changed", async () => {
  const { account } = await terminal();
  expect(await account(create, "short\n")).toMatchObject({
    code: 1,
    said: expect.stringContaining("password-too-short"),
  });
  expect(await account(["grant", "anna@example.org", "issuer"])).toEqual({
    code: 1,
    said: "anna@example.org has no account.",
  });
  expect(await account(["grant", "anna@example.org", "emperor"])).toEqual({
    code: 1,
    said: "“emperor” is no role that can be granted: author, issuer, admin.",
  });
  expect((await account(["list"])).said).toBe("There is no account yet.");
}, 60_000);

/** A terminal in which somebody types. */
function keyboard() {
  const raw: boolean[] = [];
  const input = Object.assign(new PassThrough(), { setRawMode: (mode: boolean) => raw.push(mode) });
  const output = new PassThrough();
  return {
    input: input as unknown as ReadStream,
    type: (keys: string) => input.write(keys),
    shown: () => String(output.read()),
    output,
    raw,
  };
}

test("a password is asked for twice and never shown", async () => {
  const { input, output, type, shown, raw } = keyboard();
  const asked = askPassword(input, output);
  type("a quiet lakf\u007fe\r");
  await new Promise((resolve) => setTimeout(resolve, 5));
  type("a quiet lake\r");
  expect(await asked).toBe("a quiet lake");
  expect(shown()).toBe("Password: \nAgain: \n");
  expect(raw).toEqual([true, false, true, false]);
});

test("two different passwords, or Ctrl-C, change nothing and leave the terminal as it was", async () => {
  const differing = keyboard();
  const asked = askPassword(differing.input, differing.output);
  differing.type("one\r");
  await new Promise((resolve) => setTimeout(resolve, 5));
  differing.type("two\r");
  await expect(asked).rejects.toThrow("differ");
  const broken = keyboard();
  const stopped = askPassword(broken.input, broken.output);
  broken.type("on\u0003");
  await expect(stopped).rejects.toThrow("Broken off");
  expect(broken.raw).toEqual([true, false]);
});
