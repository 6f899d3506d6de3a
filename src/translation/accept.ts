import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { accepted, fingerprintsText, outdated } from "./fingerprints.ts";
import { languageIn, measureIn } from "./locales-folder.ts";
import { done, nothing, type Obeyed, unlessThere } from "./obeyed.ts";
import { sourcesFor } from "./sources.ts";
import { keysUnder } from "./telling.ts";
import { aboutWords } from "./word-files.ts";
import { askedKey } from "./words.ts";

/**
 * Notes that strings of a translation say what the English says now; without keys, that all do. A key without the ending
 * of a form stands for all forms.
 */
export function accept(locales: string, tag: string, named: readonly string[]): Obeyed {
  const language = languageIn(locales, tag);
  const absent = unlessThere(language);
  if (absent) return absent;
  const { words, from } = language;
  const sources = sourcesFor(measureIn(locales).english, tag);
  const known = [...sources.keys()].filter((key) => words.has(key));
  const strange = named.filter((name) => !known.some((key) => isNamed(key, [name])));
  if (strange.length > 0) return nothing(keysUnder(`No words in ${tag}`, strange).trimStart());
  const keys = named.length === 0 ? known : known.filter((key) => isNamed(key, named));
  const behind = outdated(sources, words, from).filter((key) => keys.includes(key));
  const text = fingerprintsText(accepted(sources, words, from, keys));
  writeFileSync(join(locales, tag, aboutWords.translatedFrom), text);
  return done(`Outdated until now, and up to date in ${tag}: ${behind.length}\n`);
}

const isNamed = (key: string, names: readonly string[]): boolean =>
  names.includes(key) || names.includes(askedKey(key));
