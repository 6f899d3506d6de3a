import { readdirSync, readFileSync } from "node:fs";
import { holdsReportersWords, holdsWords } from "../../src/translation/word-files.ts";
import { type Branch, type Words, wordsOf } from "../../src/translation/words.ts";

const root = new URL("../../", import.meta.url);

export const textOf = (path: string): string => readFileSync(new URL(path, root), "utf8");

export const jsonOf = (path: string): unknown => JSON.parse(textOf(path));

/** Files below a folder whose name ends so, as paths from the root. */
export function filesIn(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name))
    .map((name) => `${folder}/${name}`)
    .toSorted();
}

/** Every language that there are words in, offered in `languages.json` or still waiting to be. English comes first. */
export const languages = readdirSync(new URL("locales/", root), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted((one, other) => Number(other === "en-GB") - Number(one === "en-GB") || one.localeCompare(other));

/** All words of a language, or only those that a reporter may see. */
export function wordsIn(language: string, whose: "all" | "reporter" = "all"): Words {
  const files = readdirSync(new URL(`locales/${language}/`, root)).filter(
    whose === "all" ? holdsWords : holdsReportersWords,
  );
  return wordsOf(
    Object.fromEntries(
      files.map((file) => [file.slice(0, -".json".length), jsonOf(`locales/${language}/${file}`) as Branch]),
    ),
  );
}
