import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { outdated } from "./fingerprints.ts";
import { languageIn, measureIn } from "./locales-folder.ts";
import { notesOn } from "./notes.ts";
import { done, type Obeyed } from "./obeyed.ts";
import { portableObject } from "./portable-object.ts";
import { sourcesFor } from "./sources.ts";

/** Writes all strings of a language for a translator. What is outdated is marked as needing work. */
export function exportTo(file: string, locales: string, tag: string): Obeyed {
  const measure = measureIn(locales);
  const { words, from, isThere } = languageIn(locales, tag);
  const sources = sourcesFor(measure.english, tag);
  const behind = new Set(outdated(sources, words, from));
  const units = [...sources].map(([key, english]) => ({
    key,
    english,
    words: words.get(key) ?? "",
    fuzzy: behind.has(key),
    notes: notesOn(key, english, tag, measure),
  }));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, portableObject(tag, units));
  const empty = units.filter((unit) => unit.words === "").length;
  const what = `${units.length} strings, ${empty} to translate, ${behind.size} to look at`;
  return done(`${file}: ${what}.${isThere ? "" : ` There is no locales/${tag} yet: this is a new language.`}\n`);
}
