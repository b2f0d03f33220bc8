import { type ComponentProps, createContext, useContext, useMemo } from "react";
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
  return (
    <ActivityStates.Provider value={activities}>
      <Sources.Provider value={notes.sources}>
        {samples.map(({ id, title, summary, whole, text, lesson: { default: Sample } }) => (
          <section key={id} className="gallery-sample" aria-labelledby={`sample-${id}`}>
            <h2 id={`sample-${id}`}>{title}</h2>
            <p>{summary}</p>
            <div className="gallery-pair">
              <div>
                <p className="gallery-label">{t("gallery.written")}</p>
                <pre lang={language}>
                  <code>{text}</code>
                </pre>
              </div>
              <div className="gallery-shown">
                <p className="gallery-label">{t("gallery.shown")}</p>
                <Prose>
                  <Sample components={whole ? PAGE : PART} />
                </Prose>
              </div>
            </div>
          </section>
        ))}
      </Sources.Provider>
      <TermList terms={notes.terms} />
      <SourceList sources={notes.sources} />
    </ActivityStates.Provider>
  );
}

const Sources = createContext<LessonMeta["sources"]>([]);

/** Each sample counts its sources from 1; the page has one list of all of them. */
function GalleryCite({ id, n, label, at }: ComponentProps<typeof Cite> & { id: string }) {
  const known = useContext(Sources).find((source) => source.id === id);
  return <Cite n={known?.n ?? n} label={label} at={at} />;
}

/** Of a page with a single section only the text is shown: its heading would repeat that of the sample. */
const PART = { ...lessonElements, Cite: GalleryCite, h2: () => null };
/** A whole page stands inside this one, its sections one level lower. */
const PAGE = { ...PART, h2: "h3" };

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
