/**
 * Passwords at rest: argon2id with the parameters that OWASP's Password Storage Cheat Sheet asks for at least. Hashing
 * is work on purpose, so it stands behind a bounded queue: a flood of sign-ins is refused and does not stop the lessons.
 */
import { hash, parseOptions, verify } from "@node-rs/argon2";
import { accept, type Result } from "#app/domain/result.ts";
import { createBoundedQueue } from "./bounded-queue.ts";

/** Memory in KiB, passes, threads. A change here rehashes each password when its owner next signs in. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes that run at the same time, and that may wait: about a second of work on two cores. */
export const HASHES_RUNNING = 4;
export const HASHES_WAITING = 64;

const queue = createBoundedQueue({ running: HASHES_RUNNING, waiting: HASHES_WAITING });

/** A hash in the current form to which nobody knows a password. */
const NOBODY = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${"bm9ib2R5".repeat(2)}bm9ibw$${"A".repeat(42)}E`;

/** @returns a PHC string, or `too-busy` */
export function hashPassword(password: string): Promise<Result<string, "too-busy">> {
  return queue.run(() => hash(composed(password), COST));
}

/**
 * @returns whether the password is right and whether its hash has older parameters, or `too-busy`
 * @throws Error when the stored text is not a hash of argon2
 */
export async function verifyPassword(
  stored: string,
  password: string,
): Promise<Result<{ right: boolean; outdated: boolean }, "too-busy">> {
  const verified = await queue.run(() => verify(stored, composed(password)));
  return verified.ok ? accept({ right: verified.value, outdated: isOutdated(stored) }) : verified;
}

/** Does the work of a verification where there is no account, so that the time of an answer tells nothing. Never right. */
export function verifyNothing(password: string): ReturnType<typeof verifyPassword> {
  return verifyPassword(NOBODY, password);
}

function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(stored);
  return memoryCost !== COST.memoryCost || timeCost !== COST.timeCost || parallelism !== COST.parallelism;
}

/** The same characters typed on another keyboard may come as other code points (NIST SP 800-63B §5.1.1.2). */
function composed(password: string): string {
  return password.normalize("NFKC");
}
