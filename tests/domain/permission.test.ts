import { expect, test } from "vitest";
import { can, isGrantedRole, type Permission } from "#app/domain/permission.ts";

const table: { roles: string[]; may: Permission[]; mayNot: Permission[] }[] = [
  {
    roles: ["learner"],
    may: ["courses.take", "certificates.claim"],
    mayNot: ["certificates.read", "certificates.revoke", "accounts.read", "content.review", "audit.read"],
  },
  {
    roles: ["learner", "author"],
    may: ["content.review", "courses.take"],
    mayNot: ["certificates.revoke", "accounts.read"],
  },
  {
    roles: ["learner", "issuer"],
    may: ["certificates.read", "certificates.issue", "certificates.revoke"],
    mayNot: ["accounts.read", "accounts.manage", "content.review"],
  },
  {
    roles: ["learner", "admin"],
    may: ["accounts.read", "accounts.manage", "audit.read", "certificates.read"],
    mayNot: ["certificates.issue", "certificates.revoke", "content.review"],
  },
  { roles: ["issuer", "admin"], may: ["certificates.revoke", "accounts.manage"], mayNot: ["content.review"] },
  { roles: ["root", "constructor", "__proto__", ""], may: [], mayNot: ["courses.take", "accounts.manage"] },
  { roles: [], may: [], mayNot: ["courses.take"] },
];

test.each(table)("roles $roles may do what their work needs and nothing else", ({ roles, may, mayNot }) => {
  expect(may.filter((permission) => !can(roles, permission))).toEqual([]);
  expect(mayNot.filter((permission) => can(roles, permission))).toEqual([]);
});

test("nobody is granted the role that everybody has, or one that does not exist", () => {
  expect(["author", "issuer", "admin", "learner", "Admin", "root"].filter(isGrantedRole)).toEqual([
    "author",
    "issuer",
    "admin",
  ]);
});
