/** E-mail addresses as accounts are found by. */
import { accept, refuse, type Result } from "./result.ts";

/** RFC 5321 §4.5.3.1: 64 characters before the sign, 254 in all. */
const LONGEST_LOCAL = 64;
const LONGEST = 254;

/** RFC 5322 dot-atom, with letters of every script; quoted local parts are left out, because nobody has one. */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

/**
 * Reads an address as it is typed.
 * @returns the address in the one form in which it is stored and looked up (trimmed, composed, lower case), or `email-malformed`
 */
export function readEmailAddress(typed: string): Result<string, "email-malformed"> {
  const address = typed.trim().normalize("NFC").toLowerCase().normalize("NFC");
  const at = address.lastIndexOf("@");
  const labels = address.slice(at + 1).split(".");
  const sound =
    at > 0 &&
    at <= LONGEST_LOCAL &&
    address.length <= LONGEST &&
    LOCAL.test(address.slice(0, at)) &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^\p{N}+$/u.test(labels.at(-1) ?? "");
  return sound ? accept(address) : refuse("email-malformed", { field: "email" });
}

/** What stands before the sign. */
export function localPart(address: string): string {
  return address.slice(0, address.lastIndexOf("@"));
}
