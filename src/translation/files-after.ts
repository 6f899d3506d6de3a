import { accepted, fingerprintsText } from "./fingerprints.ts";
import { jsonText } from "./json-text.ts";
import type { LanguageFolder, Texts } from "./locales-folder.ts";
import type { Taken } from "./taking.ts";
import { aboutWords } from "./word-files.ts";
import { filesOf, type Words } from "./words.ts";

type Wrote = Extract<Taken, { readonly kind: "taken" }>;

/** The files of a language that become others by what was taken, by their name. The formatter has yet to see them. */
export function filesAfter(
  taken: Wrote,
  language: LanguageFolder,
  sources: Words,
  english: Texts,
): ReadonlyMap<string, string> {
  const from = accepted(sources, taken.words, language.from, taken.taken);
  const note = noteAfter(language, taken);
  return new Map([
    ...wordFiles(taken, language.texts, english),
    ...(note === null ? [] : [[aboutWords.review, JSON.stringify(note)] as const]),
    [aboutWords.translatedFrom, fingerprintsText(from)],
  ]);
}

function wordFiles({ words, changed, removed }: Wrote, own: Texts, english: Texts): (readonly [string, string])[] {
  const touched = new Set([...changed, ...removed].map((key) => key.slice(0, key.indexOf(":"))));
  return Object.entries(filesOf(words))
    .filter(([name]) => touched.has(name))
    .map(([name, branch]) => [`${name}.json`, jsonText(branch, [own[name] ?? "", english[name] ?? ""])]);
}

/** A new language is a draft, and one that was reviewed becomes one again; `null` where nothing is to be noted. */
function noteAfter({ note, review }: LanguageFolder, { changed }: Wrote): object | null {
  if (note === null)
    return { status: "draft", by: null, on: null, note: "Not read by a named person. Not for live use." };
  return review === "reviewed" && changed.length > 0 ? { ...note, status: "draft" } : null;
}
