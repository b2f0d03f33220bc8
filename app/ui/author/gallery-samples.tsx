import { type ComponentProps, useMemo } from "react";
import type { ActivityState } from "#app/activities/activity-state.ts";
import type { LessonMeta, LessonModule } from "#app/catalogue/lesson-module.ts";
import { useLanguage } from "../language.tsx";
import { ActivityStates, lessonElements } from "../lesson-body.tsx";
import { Cite, Prose } from "../lesson-elements.tsx";
import { SourceList, TermList } from "../lesson-notes.tsx";
import { useAuthorWords } from "./author-words.tsx";

interface ShownSample {
  id: string;
  title: string;
  summary: string;
  /** Whether it is a whole page, whose headings are shown. */
  whole: boolean;
  /** Markdown. */
  text: string;
  lesson: LessonModule;
}

/** Each sample as it is written, beside the same sample as learners see it. */
export function GallerySamples({
  samples,
  activities,
}: {
  samples: ShownSample[];
  activities: Record<string, ActivityState>;
}) {
  const t = useAuthorWords();
  const language = useLanguage();
  const notes = useMemo(() => notesOf(samples), [samples]);
  const elements = useMemo(() => elementsFor(notes.sources), [notes]);
  return (
    <ActivityStates.Provider value={activities}>
      {samples.map(({ id, title, summary, whole, text, lesson: { default: Sample } }) => (
        <section key={id} className="gallery-sample" aria-labelledby={`sample-${id}`}>
          <h2 id={`sample-${id}`}>{title}</h2>
          <p>{summary}</p>
          <div className="gallery-pair">
            <div>
              <p className="gallery-label" id={`written-${id}`}>
                {t("gallery.written")}
              </p>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a line wider than its frame must scroll by keyboard */}
              <pre tabIndex={0} role="region" aria-labelledby={`written-${id} sample-${id}`} lang={language}>
                <code>{text}</code>
              </pre>
            </div>
            <div className="gallery-shown">
              <p className="gallery-label">{t("gallery.shown")}</p>
              <Prose>
                <Sample components={whole ? elements.page : elements.part} />
              </Prose>
            </div>
          </div>
        </section>
      ))}
      <TermList terms={notes.terms} />
      <SourceList sources={notes.sources} />
    </ActivityStates.Provider>
  );
}

/** The page of a sample stands inside this one: its sections are one level lower, and of a lone section only the text is shown. */
function elementsFor(sources: LessonMeta["sources"]) {
  const part = {
    ...lessonElements,
    h2: () => null,
    // Each sample counts its sources from 1; the page has one list of all of them.
    Cite: ({ id, ...cite }: ComponentProps<typeof Cite> & { id: string }) => (
      <Cite {...cite} n={sources.find((source) => source.id === id)?.n ?? cite.n} />
    ),
  };
  return { part, page: { ...part, h2: "h3" } };
}

/** Sources and terms of all samples, each once. */
function notesOf(samples: readonly ShownSample[]): Pick<LessonMeta, "sources" | "terms"> {
  const sources: LessonMeta["sources"] = [];
  const terms: LessonMeta["terms"] = [];
  for (const { meta } of samples.map(({ lesson }) => lesson)) {
    for (const source of meta.sources) {
      const known = sources.find(({ id }) => id === source.id);
      if (known) known.places = [...new Set([...known.places, ...source.places])];
      else sources.push({ ...source, n: sources.length + 1 });
    }
    for (const term of meta.terms) if (!terms.some(({ id }) => id === term.id)) terms.push(term);
  }
  return { sources, terms };
}
