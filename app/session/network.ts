/** The network that limits count by: one household or office, not one address, which costs an attacker nothing to change. */
import { isIPv4, isIPv6 } from "node:net";

/**
 * @param address as the socket or the trusted proxy tells it
 * @returns `a.b.c.0/24`, or the first 64 bits of an IPv6 address as `x:x:x:x::/64`; `unknown` for anything else, which thus shares one allowance
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIPv4(mapped)) return `${mapped.split(".").slice(0, 3).join(".")}.0/24`;
  const [plain = ""] = address.split("%");
  if (!isIPv6(plain)) return "unknown";
  const [head = "", tail] = plain.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  // A dotted tail stands for two groups; the first four groups are all that count here.
  const groups =
    tail === undefined
      ? left
      : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
