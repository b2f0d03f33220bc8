import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import {
  HASHES_RUNNING,
  HASHES_WAITING,
  hashPassword,
  verifyNothing,
  verifyPassword,
} from "#app/session/passwords.server.ts";

async function stored(password: string): Promise<string> {
  const hashed = await hashPassword(password);
  if (!hashed.ok) throw new Error("the queue is full");
  return hashed.value;
}

test("only the password itself is right", async () => {
  const kept = await stored("a quiet lake in June");
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(kept, "a quiet lake in June")).toEqual({
    ok: true,
    value: { right: true, outdated: false },
  });
  expect(await verifyPassword(kept, "a quiet lake in june")).toEqual({
    ok: true,
    value: { right: false, outdated: false },
  });
});

test("the same password typed as other code points is right", async () => {
  const kept = await stored("чорны ёж і йод".normalize("NFD"));
  expect(await verifyPassword(kept, "чорны ёж і йод".normalize("NFC"))).toMatchObject({ value: { right: true } });
});

test("a hash with older parameters is told apart, so that it can be renewed", async () => {
  const old = await hash("a quiet lake in June", { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  expect(await verifyPassword(old, "a quiet lake in June")).toEqual({
    ok: true,
    value: { right: true, outdated: true },
  });
});

test("where there is no account, the same work is done, in vain", async () => {
  expect(await verifyNothing("")).toEqual({ ok: true, value: { right: false, outdated: false } });
  expect(await verifyNothing("a quiet lake in June")).toEqual({ ok: true, value: { right: false, outdated: false } });
});

test("a flood is refused at once beyond what may wait, and what waited is served", async () => {
  const kept = await stored("a quiet lake in June");
  const answers = await Promise.all(
    Array.from({ length: HASHES_RUNNING + HASHES_WAITING + 20 }, () => verifyPassword(kept, "a quiet lake in June")),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(HASHES_RUNNING + HASHES_WAITING);
  expect(answers.filter((answer) => !answer.ok)).toEqual(
    Array(20).fill({ ok: false, problems: [{ code: "too-busy" }] }),
  );
  expect(await verifyPassword(kept, "a quiet lake in June")).toMatchObject({ ok: true });
});
