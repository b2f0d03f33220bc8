/** Who may do what. Every account is a learner; the other roles are granted, and each holds only what its work needs. */

export const ROLES = ["learner", "author", "issuer", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** The roles that somebody grants; nobody needs to be made a learner. */
export const GRANTED_ROLES = ["author", "issuer", "admin"] as const;
export type GrantedRole = (typeof GRANTED_ROLES)[number];

const TABLE = {
  learner: ["courses.take", "certificates.claim"],
  author: ["content.review"],
  issuer: ["certificates.read", "certificates.issue", "certificates.revoke"],
  // An administrator reads the register and does not write in it: whoever needs both holds both roles, and the trail shows it.
  admin: ["accounts.read", "accounts.manage", "certificates.read", "audit.read"],
} as const satisfies Record<Role, readonly string[]>;

export type Permission = (typeof TABLE)[Role][number];

/** Narrows a string to a role that can be granted; anything else, case included, is refused. */
export function isGrantedRole(value: unknown): value is GrantedRole {
  return GRANTED_ROLES.some((role) => role === value);
}

/**
 * Whether somebody with these roles may do this.
 * @param roles as stored; a role that this version does not know permits nothing
 */
export function can(roles: readonly string[], permission: Permission): boolean {
  return ROLES.some((role) => roles.includes(role) && TABLE[role].some((held) => held === permission));
}
