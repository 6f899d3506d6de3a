import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as schemas from "./schemas.ts";
import type { Measure, Translation } from "./standing.ts";
import { aboutWords, holdsReportersWords } from "./word-files.ts";
import { type Words, wordsOf } from "./words.ts";

const source = "en-GB";

/** The text of each file of words by its name without `.json`. */
export type Texts = Readonly<Record<string, string>>;

/** A language's folder as it is read. One that is not there yet is a draft without words. */
export interface LanguageFolder extends Translation {
  readonly isThere: boolean;
  readonly texts: Texts;
  readonly note: schemas.Review | null;
  /** Long strings, and the letters they had when somebody last looked at their page. */
  readonly looked: ReadonlyMap<string, number>;
}

/** The tags of all languages that are translated, offered or waiting. */
export const translationsIn = (locales: string): readonly string[] =>
  readdirSync(locales, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== source)
    .map(({ name }) => name)
    .toSorted();

/** What translations are measured by. A file of ours that does not hold what it should is thrown. */
export function measureIn(locales: string): Measure & { readonly texts: Texts } {
  const texts = textsIn(join(locales, source));
  return {
    texts,
    english: wordsIn(texts),
    critical: schemas.critical.parse(json(join(locales, "critical.json"))),
    offered: Object.keys(schemas.languages.parse(json(join(locales, "languages.json")))),
  };
}

/** A translation as it lies there. A file of ours that does not hold what it should is thrown. */
export function languageIn(locales: string, tag: string): LanguageFolder {
  const folder = join(locales, tag);
  const isThere = existsSync(folder);
  const texts = isThere ? textsIn(folder) : {};
  const read = (file: string) => (existsSync(join(folder, file)) ? json(join(folder, file)) : undefined);
  const note = schemas.review.parse(read(aboutWords.review) ?? null);
  const from = schemas.fingerprints.parse(read(aboutWords.translatedFrom) ?? {});
  const looked = schemas.looked.parse(read(aboutWords.long) ?? {});
  return {
    tag,
    isThere,
    texts,
    words: wordsIn(texts),
    from: new Map(Object.entries(from)),
    looked: new Map(Object.entries(looked)),
    note,
    review: note?.status === "reviewed" ? "reviewed" : "draft",
  };
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

function textsIn(folder: string): Texts {
  const files = readdirSync(folder).filter(holdsReportersWords).toSorted();
  return Object.fromEntries(
    files.map((file) => [file.slice(0, -".json".length), readFileSync(join(folder, file), "utf8")]),
  );
}

const wordsIn = (texts: Texts): Words =>
  wordsOf(
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, schemas.branch.parse(JSON.parse(text))])),
  );
