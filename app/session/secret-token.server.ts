/** Secrets that travel in a link or a cookie and rest in the database as their hash alone. */
import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes in base64url: 43 characters that need no escaping in an address. */
export function makeSecretToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Whether a text has the form of a token; what has not is not looked up. */
export function isSecretToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** SHA-256 in hex. Enough for a secret of full entropy; a password needs `hashPassword`. */
export function hashSecretToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
