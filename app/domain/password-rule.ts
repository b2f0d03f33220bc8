/**
 * What a password must be: long, and not among those that are guessed first. There are no rules of composition
 * (NIST SP 800-63B §5.1.1.2; OWASP ASVS 5.0, 6.2.1 to 6.2.12).
 */
import { localPart } from "./email-address.ts";
import { accept, type Problem, type Result } from "./result.ts";

export type PasswordProblemCode =
  | "password-too-short"
  | "password-too-long"
  | "password-common"
  | "password-contains-personal";

const SHORTEST = 12;
const LONGEST = 128;
const PRODUCT = "waymark";

/** A shorter local part is found in too many honest passwords. */
const SHORTEST_PERSONAL = 4;

/** Rows that a finger runs along; a password that is a stretch of one, in either direction, is no password. */
const RUNS = [
  "0123456789012345678901234567890",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop[]asdfghjkl;'zxcvbnm,./",
  "qwertyuiopasdfghjklzxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
  "абвгдежзийклмнопрстуфхцчшщъыьэюя",
  "йцукенгшщзхъфывапролджэячсмитьбю",
  "йцукенгшўзх'фывапролджэячсмітьбю",
];

/** Common passwords of twelve characters and more that no run gives away; compared without case, digits and signs at either end. */
const COMMON = new Set(
  `
  password, passwordpassword, password123password, passw0rd, p@ssw0rd, p@ssword, pa$$word, mypassword,
  newpassword, yourpassword, thisismypassword, changeme, changemenow, letmein, letmeinplease, letmeinnow,
  iloveyou, iloveyouforever, iloveyousomuch, administrator, administrador, adminadmin, adminadminadmin, admin,
  root, rootroot, welcome, welcometo, welcomehome, qwerty, qwertyqwerty, qwertyuiop, qwerty123qwerty, asdfghjkl,
  zxcvbnm, asdfasdfasdf, trustno, sunshine, princess, football, baseball, superman, batman,
  correcthorsebatterystaple, correct horse battery staple, unbelievable, jobsearch, jordan, liverpool,
  manchester, manchesterunited, chocolate, computer, internet, dragon, monkey, shadow, master, michael,
  starwars, whatever, secret, topsecret, supersecret, masterpassword, temporary, temporarypassword, default,
  defaultpassword, testtesttest, test, testing, guest, user, login, access, summer, winter, spring, autumn,
  monday, january, belarus, minsk, russia, moscow, uzbekistan, tashkent, governance, migration, пароль,
  парольпароль, мойпароль, администратор, привет, приветпривет, любовь, наташа, марина, максим, беларусь,
  белоруссия, минск, россия, москва, узбекистан, ташкент, прывітанне, мінск, маяпароль, мойпарольтут, gfhjkm,
  gfhjkmgfhjkm, ghbdtn, yfnfif, rbhbkk, vfrcbv, kjhgfdsa
`
    .split(",")
    .map((word) => word.trim().replace(/\s+/g, " ")),
);

/**
 * Checks a password that somebody has chosen.
 * @param password as typed; nothing is trimmed
 * @param email the account's address in its stored form
 * @param field the form field to which the problems belong
 * @returns the password, or all that is wrong with it; length is counted in characters, 12 to 128
 */
export function checkPassword(
  password: string,
  email: string,
  field = "password",
): Result<string, PasswordProblemCode> {
  const problems: Problem<PasswordProblemCode>[] = [];
  const plain = password.normalize("NFKC").toLowerCase();
  const length = [...password.normalize("NFKC")].length;
  if (length < SHORTEST) problems.push({ code: "password-too-short", field, values: { least: SHORTEST } });
  if (length > LONGEST) problems.push({ code: "password-too-long", field, values: { most: LONGEST } });
  else if (length >= SHORTEST && isCommon(plain)) problems.push({ code: "password-common", field });

  const personal = localPart(email).toLowerCase();
  if (plain.includes(PRODUCT) || (personal.length >= SHORTEST_PERSONAL && plain.includes(personal))) {
    problems.push({ code: "password-contains-personal", field });
  }
  return problems.length === 0 ? accept(password) : { ok: false, problems };
}

function isCommon(plain: string): boolean {
  if (/^(.{1,4}?)\1{2,}.{0,3}$/u.test(plain)) return true;
  const backwards = [...plain].reverse().join("");
  if (RUNS.some((run) => run.includes(plain) || run.includes(backwards))) return true;
  return COMMON.has(plain) || COMMON.has(plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ""));
}
