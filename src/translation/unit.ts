/** One string on its way to a translator and back. */
export interface Unit {
  readonly key: string;
  readonly english: string;
  /** Empty where it is not translated yet. */
  readonly words: string;
  /** Somebody has to look at it: the English has changed, or the translator is not sure. */
  readonly fuzzy: boolean;
}

/** A unit with what a translator has to know of it. */
export interface NotedUnit extends Unit {
  readonly notes: readonly string[];
}
