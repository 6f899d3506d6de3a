import { describe, expect, it } from "vitest";
import { firstWordsOf } from "../../src/language/first-words.ts";
import { wordsIn as wordsWithAll } from "../../src/language/words.ts";
import { holdsReportersWords } from "../../src/translation/word-files.ts";
import { askedKey } from "../../src/translation/words.ts";
import { filesIn, jsonOf, languages, wordsIn } from "./read-locales.ts";

const catalogueOf = (language: string) =>
  Object.fromEntries(
    filesIn(`locales/${language}`, /\.json$/)
      .filter((file) => holdsReportersWords(file.replace(/^.*\//, "")))
      .map((file) => [file.replace(/^.*\/|\.json$/g, ""), jsonOf(file) as object]),
  );

describe("the words that stand in the page before the whole language is there", () => {
  it.each(languages)("read in %s as they will when the rest has arrived", (language) => {
    const first = firstWordsOf(catalogueOf(language));
    const whole = wordsWithAll(language, catalogueOf(language));
    const uncounted = [...wordsIn(language, "reporter")].filter(([key]) => key === askedKey(key));
    expect(uncounted.length).toBeGreaterThan(500);
    for (const [key, text] of uncounted) {
      const values = Object.fromEntries([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => [name, `A & ${name}`]));
      expect(first.t(key, values), key).toBe(whole.t(key, values));
      expect(first.has(key), key).toBe(true);
    }
  });

  it("lie in `interface` unless the key names another file", () => {
    expect(firstWordsOf(catalogueOf("en-GB")).t("exit.button")).toBe("Exit this page");
  });

  it("are not there for a key that has not arrived, and the page does not break over it", () => {
    const first = firstWordsOf({ interface: { back: "Back" } });
    for (const key of ["forward", "pages:start.title", "back.more", "", "interface:"]) {
      expect(first.has(key), key).toBe(false);
      expect(first.t(key), key).toBe(key);
    }
  });
});
