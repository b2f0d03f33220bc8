// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { CertificateOutlook } from "#app/ui/certificate-outlook.ts";
import { LeftForCertificate } from "#app/ui/left-for-certificate.tsx";
import { renderAt } from "./on-a-page.tsx";

afterEach(cleanup);

const outlook: CertificateOutlook = {
  courseId: "labour-migration",
  certificate: "none",
  passPercent: 70,
  minutesLeft: 62,
  steps: [
    { kind: "lesson", title: "Words that matter", to: "/en/courses/c/m/words", bestPercent: null },
    { kind: "quiz", title: "Labour migration today", to: "/en/courses/c/m/quiz", bestPercent: null },
    { kind: "quiz", title: "The law", to: "/en/courses/c/law/quiz", bestPercent: 65 },
  ],
};

test("each step that is left is a link which says what to do", async () => {
  await renderAt("en", "/en", <LeftForCertificate outlook={outlook} />);
  const links = screen.getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")]);
  expect(links).toEqual([
    ["Read the lesson “Words that matter” to its end", "/en/courses/c/m/words"],
    ["Pass the quiz of “Labour migration today” with at least 70 %", "/en/courses/c/m/quiz"],
    ["Pass the quiz of “The law” with at least 70 % (best so far: 65 %)", "/en/courses/c/law/quiz"],
  ]);
});

test.each([
  ["en", /^3 steps, about 1 h 2 min$/],
  ["ru", /^3 шага/],
  ["be", /^3 крокі/],
] as const)("steps and time are counted in %s", async (language, sentence) => {
  await renderAt(language, `/${language}`, <LeftForCertificate outlook={outlook} />);
  expect(screen.getByText(sentence)).toBeTruthy();
});

test("when nothing is left, the only link leads to the certificate", async () => {
  await renderAt("be", "/be", <LeftForCertificate outlook={{ ...outlook, steps: [], minutesLeft: 0 }} />);
  expect(screen.getByRole("link").getAttribute("href")).toBe("/be/courses/labour-migration/certificate");
});

test("whoever has the certificate is told so, even when a newer lesson is open", async () => {
  await renderAt("en", "/en", <LeftForCertificate outlook={{ ...outlook, certificate: "valid" }} />);
  expect(screen.getByText(/You have your certificate/)).toBeTruthy();
  expect(screen.getByRole("link").getAttribute("href")).toBe("/en/courses/labour-migration/certificate");
});

test("its heading fits under that of the page that shows it", async () => {
  await renderAt("en", "/en", <LeftForCertificate outlook={outlook} level={3} />);
  expect(screen.getByRole("heading", { level: 3, name: "What is left for the certificate" })).toBeTruthy();
});

test("whoever's certificate was revoked is told so, not that they have it", async () => {
  await renderAt("en", "/en", <LeftForCertificate outlook={{ ...outlook, certificate: "revoked" }} />);
  expect(screen.getByText(/Your certificate was revoked/)).toBeTruthy();
  expect(screen.queryByText(/You have your certificate/)).toBeNull();
});
