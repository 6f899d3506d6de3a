import { describe, expect, it } from "vitest";
import { measureIn } from "../../src/translation/locales-folder.ts";
import { placeholdersOf } from "../../src/translation/placeholders.ts";
import { type Branch, filesOf, wordsOf } from "../../src/translation/words.ts";
import { stretched } from "./stretched.ts";

const { english } = measureIn("locales");
const made = (times: number) => wordsOf(stretched(filesOf(english), times) as Record<string, Branch>);

describe.each([1.4, 1.8])("English words that are made %f times as long", (times) => {
  const words = made(times);
  const of = (key: string) => words.get(key) ?? "";
  const keys = [...english.keys()];

  it("are all there, each in brackets", () => {
    expect([...words.keys()]).toEqual(keys);
    expect(keys.filter((key) => !/^\[[^[\]]+\]$/.test(of(key)))).toEqual([]);
  });

  it("are as long as that, but for a word or two that are too short for it", () => {
    const lengths = keys.map((key) => ({ key, was: english.get(key)?.length ?? 0, is: of(key).length }));
    const wrong = lengths.filter(({ was, is }) => Math.abs(is - was * times) > (was < 12 ? 4 : Math.max(2, was * 0.1)));
    expect(wrong).toEqual([]);
  });

  it("have an accent wherever there is one to have, and the places for names and numbers as they were", () => {
    for (const key of keys) {
      expect(placeholdersOf(of(key)), key).toEqual(placeholdersOf(english.get(key) ?? ""));
      expect(of(key).replaceAll(/\{\{\w+\}\}/g, ""), key).not.toMatch(/[aeiou]/);
    }
  });
});
