/** Answers of handed-in attempts as columns, so that a million of them are counted in a moment. Answer number i is row i of each column. */
export interface AnswerColumns {
  /** Number of the person, from 0; of several attempts of one person it is the same. */
  person: Int32Array;
  /** Number of the attempt, from 0. */
  attempt: Int32Array;
  /** Number of the item in its version, from 0. */
  item: Int32Array;
  /** Number of the language, from 0. */
  language: Uint8Array;
  /** 0…1; 0 where nothing was answered. */
  score: Float32Array;
  /** 1 where nothing was answered. */
  omitted: Uint8Array;
  /** The chosen options as bits, the first option in the lowest one; 0 for kinds without options. */
  chosen: Int32Array;
  /** Seconds that the answer took; NaN where nobody knows. */
  seconds: Float32Array;
}

/** What the numbers in the columns stand for. */
export interface ItemFacts {
  id: string;
  version: string;
  /** Ids of its options in the order of their bits; empty for kinds without options. */
  options: readonly string[];
  /** Ids of the right options. */
  right: readonly string[];
}
