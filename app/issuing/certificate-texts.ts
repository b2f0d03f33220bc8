/**
 * The words of the certificate. They never imitate a state document: each language says what the paper confirms and what
 * it is not. Sentences are built so that no word has to agree with the holder's gender or take their name in another case.
 */
import { formatDate, formatNumber } from "#app/domain/calendar-date.ts";
import { formatVerifyCode } from "#app/domain/certificate-number.ts";
import type { CertificateRecord } from "#app/domain/certificate-record.ts";
import type { Language } from "#app/domain/language.ts";

export interface CertificateTexts {
  heading: string;
  issuedBy: string;
  /** Stands above the holder's name. */
  beforeName: string;
  /** Stands between the name and the title of the course. */
  beforeTitle: string;
  /** What was required; whole percent. */
  rule(rule: { lessons: number; quizzes: number; quizPassPercent: number }): string;
  workloadLabel: string;
  /** Takes minutes, writes hours and minutes. */
  workload(minutes: number): string;
  editionLabel: string;
  lawAsOfLabel: string;
  issuedOnLabel: string;
  numberLabel: string;
  verify: string;
  verifyCodeLabel: string;
  /** For readers who do not see the picture. */
  qrAlt(verifyUrl: string): string;
  notStateDocument: string;
}

const NBSP = "\u00a0";

const en: CertificateTexts = {
  heading: "Certificate of completion",
  issuedBy: "Issued by",
  beforeName: "This certifies that",
  beforeTitle: "has completed the independent online course",
  rule: ({ lessons, quizzes, quizPassPercent }) =>
    sentence(
      lessons === 0
        ? ""
        : `${lessons === 1 ? "the lesson" : `each of the ${count(lessons, "en")} lessons`} was read to its end`,
      quizzes === 0
        ? ""
        : `${quizzes === 1 ? "the quiz" : `each of the ${count(quizzes, "en")} quizzes`} was passed with at least ${quizPassPercent}${NBSP}%`,
      " and ",
    ),
  workloadLabel: "Workload",
  workload: (minutes) =>
    inHours(
      minutes,
      "about",
      (hours) => (hours === 1 ? "hour" : "hours"),
      (rest) => (rest === 1 ? "minute" : "minutes"),
    ),
  editionLabel: "Edition of the course",
  lawAsOfLabel: "Law and figures as of",
  issuedOnLabel: "Date of issue",
  numberLabel: "Certificate number",
  verify: "Check in the register that this certificate is genuine: scan the code or open",
  verifyCodeLabel: "Verification code",
  qrAlt: (verifyUrl) => `QR code with the address of the page where this certificate is checked: ${verifyUrl}`,
  notStateDocument:
    "This certificate confirms that an independent online course was completed. It is not a state-recognised document on education or training.",
};

const ru: CertificateTexts = {
  heading: "Сертификат о прохождении курса",
  issuedBy: "Кем выдан",
  beforeName: "Обладатель сертификата",
  beforeTitle: "Полностью пройден независимый онлайн-курс",
  rule: ({ lessons, quizzes, quizPassPercent }) =>
    sentence(
      lessons === 0
        ? ""
        : `${lessons === 1 ? "урок" : `каждый из ${countOf(lessons, "урока", "уроков", "ru")}`} прочитан до конца`,
      quizzes === 0
        ? ""
        : `${quizzes === 1 ? "тест" : `каждый из ${countOf(quizzes, "теста", "тестов", "ru")}`} сдан с результатом не ниже ${quizPassPercent}${NBSP}%`,
      ", ",
    ),
  workloadLabel: "Объём курса",
  workload: (minutes) => inHours(minutes, "около", oneOrMany("часа", "часов"), oneOrMany("минуты", "минут")),
  editionLabel: "Редакция курса",
  lawAsOfLabel: "Право и данные на дату",
  issuedOnLabel: "Дата выдачи",
  numberLabel: "Номер сертификата",
  verify: "Подлинность сертификата можно проверить в реестре: наведите камеру на код или откройте страницу",
  verifyCodeLabel: "Код проверки",
  qrAlt: (verifyUrl) => `QR-код с адресом страницы, на которой проверяется этот сертификат: ${verifyUrl}`,
  notStateDocument:
    "Сертификат подтверждает прохождение независимого онлайн-курса. Он не является документом об образовании или обучении государственного образца.",
};

const be: CertificateTexts = {
  heading: "Сертыфікат аб праходжанні курса",
  issuedBy: "Кім выдадзены",
  beforeName: "Уладальнік сертыфіката",
  beforeTitle: "Цалкам пройдзены незалежны анлайн-курс",
  rule: ({ lessons, quizzes, quizPassPercent }) =>
    sentence(
      lessons === 0
        ? ""
        : `${lessons === 1 ? "урок" : `кожны з ${countOf(lessons, "урока", "урокаў", "be")}`} прачытаны да канца`,
      quizzes === 0
        ? ""
        : `${quizzes === 1 ? "тэст" : `кожны з ${countOf(quizzes, "тэста", "тэстаў", "be")}`} здадзены з вынікам не ніжэй за ${quizPassPercent}${NBSP}%`,
      ", ",
    ),
  workloadLabel: "Аб’ём курса",
  workload: (minutes) => inHours(minutes, "каля", oneOrMany("гадзіны", "гадзін"), oneOrMany("хвіліны", "хвілін")),
  editionLabel: "Рэдакцыя курса",
  lawAsOfLabel: "Права і даныя на дату",
  issuedOnLabel: "Дата выдачы",
  numberLabel: "Нумар сертыфіката",
  verify: "Сапраўднасць сертыфіката можна праверыць у рэестры: навядзіце камеру на код або адкрыйце старонку",
  verifyCodeLabel: "Код праверкі",
  qrAlt: (verifyUrl) => `QR-код з адрасам старонкі, на якой правяраецца гэты сертыфікат: ${verifyUrl}`,
  notStateDocument:
    "Сертыфікат пацвярджае праходжанне незалежнага анлайн-курса. Ён не з’яўляецца дакументам аб адукацыі або навучанні дзяржаўнага ўзору.",
};

const TEXTS: Record<Language, CertificateTexts> = { en, ru, be };

/** The words of a certificate in its language. */
export function certificateTexts(language: Language): CertificateTexts {
  return TEXTS[language];
}

/** What stands in small print on the certificate, with labels, in the order in which it is printed. */
export function certificateFacts(record: CertificateRecord): { label: string; value: string }[] {
  const texts = certificateTexts(record.language);
  return [
    { label: texts.issuedOnLabel, value: formatDate(record.issuedOn, record.language) },
    { label: texts.numberLabel, value: record.number },
    { label: texts.verifyCodeLabel, value: formatVerifyCode(record.verifyCode) },
    { label: texts.workloadLabel, value: texts.workload(record.workloadMinutes) },
    { label: texts.editionLabel, value: record.edition },
    { label: texts.lawAsOfLabel, value: formatDate(record.lawAsOf, record.language) },
  ];
}

function sentence(lessons: string, quizzes: string, joint: string): string {
  const text = [lessons, quizzes].filter((part) => part !== "").join(joint);
  return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function inHours(
  minutes: number,
  about: string,
  hourWord: (hours: number) => string,
  minuteWord: (minutes: number) => string,
): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [about];
  if (hours > 0) parts.push(`${hours}${NBSP}${hourWord(hours)}`);
  if (rest > 0 || hours === 0) parts.push(`${rest}${NBSP}${minuteWord(rest)}`);
  return parts.join(" ");
}

/** After a preposition that asks for the genitive, Russian and Belarusian have two forms: 21 часа, 22 часов. */
function oneOrMany(one: string, many: string): (n: number) => string {
  return (n) => (n % 10 === 1 && n % 100 !== 11 ? one : many);
}

function countOf(n: number, one: string, many: string, language: Language): string {
  return `${count(n, language)}${NBSP}${oneOrMany(one, many)(n)}`;
}

function count(n: number, language: Language): string {
  return formatNumber(n, language);
}
