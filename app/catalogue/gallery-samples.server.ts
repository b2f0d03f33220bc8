import { gallerySamples } from "virtual:waymark/gallery-samples";
import type { Language } from "#app/domain/language.ts";

/** A sample of the gallery as it is written, its right answers included. */
export interface GallerySample {
  id: string;
  title: string;
  summary: string;
  /** Whether the sample is a whole page, front matter and headings included. */
  whole: boolean;
  /** Markdown. */
  text: string;
  /** Ids of its activities. */
  activities: string[];
}

/** The samples of the gallery in its order; empty for an installation without one. */
export function listGallerySamples(language: Language): GallerySample[] {
  return gallerySamples[language];
}
