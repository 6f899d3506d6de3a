import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { accepted, type Fingerprints, fingerprintsText, outdated } from "./fingerprints.ts";
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
  const sources = sourcesFor(measureIn(locales).english, tag);
  const known = [...sources.keys()].filter((key) => language.words.has(key));
  const isMeant = (key: string) => named.length === 0 || named.includes(key) || named.includes(askedKey(key));
  const strange = named.filter((name) => !known.some((key) => key === name || askedKey(key) === name));
  if (strange.length > 0) return unlessThere(language) ?? nothing(keysUnder(`No words in ${tag}`, strange).trimStart());
  const keys = known.filter(isMeant);
  const behind = outdated(sources, language.words, language.from).filter((key) => keys.includes(key));
  const from = accepted(sources, language.words, language.from, keys);
  return unlessThere(language) ?? noted(locales, tag, from, behind.length);
}

function noted(locales: string, tag: string, from: Fingerprints, count: number): Obeyed {
  writeFileSync(join(locales, tag, aboutWords.translatedFrom), fingerprintsText(from));
  return done(`${count} strings of ${tag} were outdated and count as up to date now.\n`);
}
