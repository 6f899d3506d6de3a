import { createHash } from "node:crypto";
import type { Words } from "./words.ts";

/** For each key of a translation, the fingerprint of the English text that it was translated from. */
export type Fingerprints = ReadonlyMap<string, string>;

/** Eight hex digits: enough to see that a text is no longer the same, and short enough to be read in a comparison. */
export const fingerprint = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);

/** Strings whose English has changed since somebody last looked at the translation, or never was noted. */
export function outdated(sources: Words, own: Words, from: Fingerprints): readonly string[] {
  return [...sources]
    .filter(([key, english]) => own.has(key) && from.get(key) !== fingerprint(english))
    .map(([key]) => key);
}

/** Keys of fingerprints that belong to no string of the translation. */
export const leftOver = (sources: Words, own: Words, from: Fingerprints): readonly string[] =>
  [...from.keys()].filter((key) => !own.has(key) || !sources.has(key));

/**
 * The fingerprints after these strings were found to say what the English says now. Sorted, so that two people's changes
 * seldom meet; what belongs to no string any more is left out.
 */
export function accepted(sources: Words, own: Words, from: Fingerprints, keys: Iterable<string>): Fingerprints {
  const now = new Map([...from].filter(([key]) => own.has(key) && sources.has(key)));
  for (const key of keys) {
    const english = sources.get(key);
    if (english !== undefined && own.has(key)) now.set(key, fingerprint(english));
  }
  return new Map([...now].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** The file of fingerprints: a line for each string. */
export const fingerprintsText = (from: Fingerprints): string =>
  `${JSON.stringify(Object.fromEntries(from), null, 2)}\n`;
