import { expect, test } from "vitest";
import { checkPassword } from "#app/domain/password-rule.ts";

const codes = (password: string, email = "anna.k@example.org") => {
  const checked = checkPassword(password, email);
  return checked.ok ? [] : checked.problems.map((problem) => problem.code);
};

test.each([
  "a quiet lake in June",
  "злева сонца, справа дождж",
  "wqfdouhbvzey",
  "        spaces count      ",
  "12 monkeys, 1 password",
  "🦌🌲🦌🌲🌊🌊🔥🔥🦌🌲🦌🌾",
  "7391 4826 5512",
  `xxx${"a quiet lake".repeat(10)}y`,
])("%j is a good password", (password) => {
  expect(codes(password)).toEqual([]);
});

test.each([
  ["short", ["password-too-short"]],
  ["🦌🌲🦌🌲🌊🌊", ["password-too-short"]],
  ["a quiet lake in June ".repeat(7), ["password-too-long"]],
  ["password1234", ["password-common"]],
  ["PASSWORD2026!", ["password-common"]],
  ["123456789012", ["password-common"]],
  ["210987654321", ["password-common"]],
  ["qwertyuiopas", ["password-common"]],
  ["йцукенгшщзхъ", ["password-common"]],
  ["aaaaaaaaaaaa", ["password-common"]],
  ["abcabcabcabc1", ["password-common"]],
  ["пароль123456", ["password-common"]],
  ["correct horse battery staple", ["password-common"]],
  ["1q2w3e4r5t6y", ["password-common"]],
  ["I love WayMark so", ["password-contains-personal"]],
  ["hello Anna.K hello", ["password-contains-personal"]],
])("%j is refused: %j", (password, expected) => {
  expect(codes(password)).toEqual(expected);
});

test("a local part of a letter or two forbids nothing", () => {
  expect(codes("a quiet lake in June", "a@example.org")).toEqual([]);
});

test("full-width letters do not hide a common password", () => {
  expect(codes("ｐａｓｓｗｏｒｄ１２３４")).toEqual(["password-common"]);
});

test("the problems point at the field of the form that asked", () => {
  expect(checkPassword("short", "", "newPassword")).toMatchObject({
    problems: [{ code: "password-too-short", field: "newPassword", values: { least: 12 } }],
  });
});
