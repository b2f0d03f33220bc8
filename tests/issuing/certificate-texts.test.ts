import { expect, test } from "vitest";
import { LANGUAGES } from "#app/domain/language.ts";
import { fontLacks } from "#app/issuing/certificate-font.server.ts";
import { certificateFacts, certificateTexts } from "#app/issuing/certificate-texts.ts";
import { certificateRecord } from "./certificate-record.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const workload = (language: "en" | "ru" | "be", minutes: number) => plain(certificateTexts(language).workload(minutes));

test("workload is written in hours and minutes with the right forms of the words", () => {
  expect(workload("en", 74)).toBe("about 1 hour 14 minutes");
  expect(workload("en", 121)).toBe("about 2 hours 1 minute");
  expect(workload("en", 120)).toBe("about 2 hours");
  expect(workload("en", 45)).toBe("about 45 minutes");
  expect(workload("ru", 74)).toBe("около 1 часа 14 минут");
  expect(workload("ru", 21 * 60 + 21)).toBe("около 21 часа 21 минуты");
  expect(workload("ru", 11 * 60 + 11)).toBe("около 11 часов 11 минут");
  expect(workload("be", 74)).toBe("каля 1 гадзіны 14 хвілін");
  expect(workload("be", 22 * 60 + 31)).toBe("каля 22 гадзін 31 хвіліны");
});

test("the rule says what was required, for one and for many", () => {
  const rule = (language: "en" | "ru" | "be", lessons: number, quizzes: number) =>
    plain(certificateTexts(language).rule({ lessons, quizzes, quizPassPercent: 70 }));
  expect(rule("en", 24, 6)).toBe(
    "Each of the 24 lessons was read to its end and each of the 6 quizzes was passed with at least 70 %.",
  );
  expect(rule("en", 1, 1)).toBe("The lesson was read to its end and the quiz was passed with at least 70 %.");
  expect(rule("ru", 21, 5)).toBe(
    "Каждый из 21 урока прочитан до конца, каждый из 5 тестов сдан с результатом не ниже 70 %.",
  );
  expect(rule("be", 24, 1)).toBe("Кожны з 24 урокаў прачытаны да канца, тэст здадзены з вынікам не ніжэй за 70 %.");
  expect(rule("be", 24, 0)).toBe("Кожны з 24 урокаў прачытаны да канца.");
});

test("the certificate says in each language that it is no state document", () => {
  expect(certificateTexts("en").notStateDocument).toContain("not a state-recognised document");
  expect(certificateTexts("ru").notStateDocument).toContain(
    "не является документом об образовании или обучении государственного образца",
  );
  expect(certificateTexts("be").notStateDocument).toContain(
    "не з’яўляецца дакументам аб адукацыі або навучанні дзяржаўнага ўзору",
  );
});

test("number, code, dates, edition and workload are printed", () => {
  const facts = certificateFacts(certificateRecord({ language: "ru" })).map(({ value }) => plain(value));
  expect(facts).toEqual([
    "25 ноября 2026 г.",
    "2026-000123-X",
    "7ZQ4K-8M2NP-XT3VB-99CDE",
    "около 12 часов 24 минут",
    "2026.1",
    "31 июля 2026 г.",
  ]);
});

test("the font has every letter of the certificate's own words", () => {
  for (const language of LANGUAGES) {
    const texts = certificateTexts(language);
    const words = [
      texts.heading,
      texts.issuedBy,
      texts.beforeName,
      texts.beforeTitle,
      texts.verify,
      texts.notStateDocument,
      texts.rule({ lessons: 24, quizzes: 6, quizPassPercent: 70 }),
      ...certificateFacts(certificateRecord({ language })).flatMap(({ label, value }) => [label, value]),
    ];
    expect([...words.join("")].filter(fontLacks)).toEqual([]);
  }
});
