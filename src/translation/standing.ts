import { type CriticalPatterns, whyCritical } from "./critical.ts";
import { type Fingerprints, outdated } from "./fingerprints.ts";
import { sourcesFor } from "./sources.ts";
import type { Words } from "./words.ts";

/** What lies in a language's folder. */
export interface Translation {
  readonly tag: string;
  readonly words: Words;
  readonly from: Fingerprints;
  readonly review: "draft" | "reviewed";
}

/** What every translation is measured by. */
export interface Measure {
  readonly english: Words;
  readonly critical: CriticalPatterns;
  /** The tags in `languages.json`. */
  readonly offered: readonly string[];
}

/** How a translation stands to the English as it is now; each list holds keys in the order of the English. */
export interface Standing {
  readonly tag: string;
  readonly review: Translation["review"];
  readonly offered: boolean;
  /** How many strings the language needs in all. */
  readonly strings: number;
  readonly missing: readonly string[];
  readonly outdated: readonly string[];
  /** Critical strings that no reviewer has passed as they are now. */
  readonly unreviewed: readonly string[];
  /** Strings that the English no longer has. */
  readonly unwanted: readonly string[];
}

export function standingOf({ tag, words, from, review }: Translation, measure: Measure): Standing {
  const sources = sourcesFor(measure.english, tag);
  const behind = outdated(sources, words, from);
  const missing = [...sources.keys()].filter((key) => !words.has(key));
  const passed = (key: string) => review === "reviewed" && words.has(key) && !behind.includes(key);
  return {
    tag,
    review,
    offered: measure.offered.includes(tag),
    strings: sources.size,
    missing,
    outdated: behind,
    unreviewed: [...sources.keys()].filter((key) => whyCritical(key, measure.critical) !== null && !passed(key)),
    unwanted: [...words.keys()].filter((key) => !sources.has(key)),
  };
}
