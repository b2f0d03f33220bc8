/** The tags of the lesson vocabulary as a learner sees them; their attributes were checked by the compiler. */
import { createContext, type ReactNode, useContext } from "react";
import { useTranslations } from "use-intl";
import { formatDate } from "#app/domain/calendar-date.ts";
import { useLanguage } from "./language.tsx";

const LessonWords = createContext<ReturnType<typeof useTranslations<"lesson">> | null>(null);

/** The running text of a lesson. It asks for the words of its elements once: dozens of citations would each pay for the asking. */
export function Prose({ children }: { children: ReactNode }) {
  const t = useTranslations("lesson");
  return (
    <LessonWords.Provider value={t}>
      <div className="prose">{children}</div>
    </LessonWords.Provider>
  );
}

function useLessonWords() {
  const words = useContext(LessonWords);
  if (!words) throw new Error("The elements of a lesson stand inside Prose.");
  return words;
}

/** @param prefix of the ids of the lesson, where one page shows two languages */
export function Cite({ n, label, at, prefix = "" }: { n: number; label: string; at: string; prefix?: string }) {
  const t = useLessonWords();
  return (
    <sup className="cite">
      {/* Keeps the number on the line of the word that it belongs to. */}
      {"\u2060"}
      <a href={`#${prefix}source-${n}`} title={`${label}, ${at}`} aria-label={t("cite", { number: n, label, at })}>
        {n}
      </a>
    </sup>
  );
}

/** A glossary term: its definition shows on hover, and stands in the list at the foot of the lesson for everyone else. */
export function Term({
  id,
  term,
  definition,
  prefix = "",
  children,
}: {
  id: string;
  term: string;
  definition: string;
  prefix?: string;
  children: ReactNode;
}) {
  return (
    <a className="term" href={`#${prefix}term-${id}`} title={`${term}: ${definition}`}>
      {children}
    </a>
  );
}

const CALLOUTS = {
  remember: "calloutRemember",
  example: "calloutExample",
  caution: "calloutCaution",
  practice: "calloutPractice",
} as const;

export function Callout({ kind, children }: { kind: keyof typeof CALLOUTS; children: ReactNode }) {
  const t = useLessonWords();
  return (
    <aside className={`callout callout-${kind}`}>
      <p className="callout-label">{t(CALLOUTS[kind])}</p>
      {children}
    </aside>
  );
}

/** A card that leads to a sheet to print; without an address where sheets have no page. */
export function Aid({ title, href }: { title: string; href?: string }) {
  const t = useLessonWords();
  return (
    <aside className="aid-card">
      <p className="callout-label">{t("aid")}</p>
      <p className="aid-card-title">{href === undefined ? title : <a href={href}>{title}</a>}</p>
    </aside>
  );
}

export function Figure({ src, alt, children }: { src: string; alt: string; children: ReactNode }) {
  return (
    <figure className="figure">
      <img src={src} alt={alt} loading="lazy" decoding="async" />
      <figcaption>{children}</figcaption>
    </figure>
  );
}

export function Card({
  country,
  date,
  title,
  children,
}: {
  country: string;
  date: string;
  title: string;
  children: ReactNode;
}) {
  const t = useLessonWords();
  const language = useLanguage();
  return (
    <section className="country-card" aria-label={title}>
      <p className="country-card-label">
        {t("country", { code: country })} · {t("card", { date: formatDate(date, language) })}
      </p>
      <p className="country-card-title">{title}</p>
      {children}
    </section>
  );
}
