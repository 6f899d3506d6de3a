import { describe, expect, it } from "vitest";
import { measureIn } from "../../src/translation/locales-folder.ts";
import { examplesOf, formsIn, sourcesFor } from "../../src/translation/sources.ts";
import { filesOf, wordsOf } from "../../src/translation/words.ts";

const english = wordsOf({ a: { left_one: "{{count}} report", left_other: "{{count}} reports", end: "End" } });

describe("what a language has to say", () => {
  it("is every string of the English, with one for each form that the language has for a number", () => {
    expect([...sourcesFor(english, "pl")]).toEqual([
      ["a:left_one", "{{count}} report"],
      ["a:left_few", "{{count}} reports"],
      ["a:left_many", "{{count}} reports"],
      ["a:left_other", "{{count}} reports"],
      ["a:end", "End"],
    ]);
    expect([...sourcesFor(english, "zh-Hans").keys()]).toEqual(["a:left_other", "a:end"]);
    expect([...sourcesFor(english, "ar").keys()]).toHaveLength(7);
    expect(sourcesFor(english, "en-GB")).toEqual(english);
  });

  it("has the forms of English where Node knows no others, whatever the machine speaks", () => {
    expect(formsIn("tet")).toEqual(["one", "other"]);
  });

  it("is shown by numbers that each form is for, fractions where there are no others", () => {
    expect(examplesOf("few", "pl")).toEqual([2, 3, 4, 22]);
    expect(examplesOf("many", "es")).toEqual([1_000_000]);
    expect(examplesOf("other", "pl")).toEqual([1.5]);
    for (const tag of ["ar", "pl", "pt-PT", "ro", "zh-Hans"])
      for (const form of formsIn(tag)) expect(examplesOf(form, tag), `${tag} ${form}`).not.toEqual([]);
  });
});

describe("words by their keys", () => {
  it("come back as the files they were read from", () => {
    const files = { a: { b: { c: "C", d: { e: "E" } }, f: "F" }, g: { h: "H" } };
    expect(filesOf(wordsOf(files))).toEqual(files);
    const { english: whole, texts } = measureIn("locales");
    const read = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, JSON.parse(text)]));
    expect(JSON.stringify(filesOf(whole))).toBe(JSON.stringify(read));
  });
});
