import { describe, expect, it } from "vitest";
import { brokenPlaceholders } from "../../src/translation/placeholders.ts";
import { wordsOf } from "../../src/translation/words.ts";
import {
  extraKeys,
  missingKeys,
  strayLatin,
  strayQuotations,
  untranslated,
  wrongPluralForms,
} from "./catalogue-checks.ts";
import { namesIn } from "./names.ts";
import { jsonOf, languages, wordsIn } from "./read-locales.ts";

const english = wordsIn("en-GB", "reporter");
const others = languages.filter((language) => language !== "en-GB").map((language) => ({ language }));
const inLatinScript = (language: string): boolean => {
  const { script } = new Intl.Locale(language).maximize();
  return script === "Latn";
};

describe.each(others)("the words in $language", ({ language }) => {
  const words = wordsIn(language, "reporter");

  it("say all that the English words say, so that nobody meets a sentence they cannot read", () => {
    expect(missingKeys(english, words)).toEqual([]);
  });

  it("say nothing that the English words no longer say", () => {
    expect(extraKeys(english, words)).toEqual([]);
  });

  it("are translated, names apart", () => {
    expect(untranslated(english, words, namesIn(language))).toEqual([]);
    if (!inLatinScript(language)) expect(strayLatin(words, namesIn(language))).toEqual([]);
  });

  it("hold the same places for names, times and numbers as the English words", () => {
    expect(brokenPlaceholders(english, words)).toEqual([]);
  });

  it("have every form that the language has for a number of things", () => {
    expect(wrongPluralForms(words, language)).toEqual([]);
  });

  it("say of themselves whether a person has reviewed them", () => {
    const review = jsonOf(`locales/${language}/review.json`) as {
      status: string;
      by: string | null;
      on: string | null;
    };
    expect(["draft", "reviewed"]).toContain(review.status);
    if (review.status === "reviewed") expect([review.by, review.on]).not.toContain(null);
  });
});

describe.each(languages)("the words in %s", (language) => {
  it("name a button or a state by what it is called on its page", () => {
    expect(strayQuotations(wordsIn(language, "reporter"))).toEqual([]);
  });
});

describe("the English words", () => {
  it("have one form for one thing and one for several", () => {
    expect(wrongPluralForms(wordsIn("en-GB"), "en-GB")).toEqual([]);
    expect(brokenPlaceholders(wordsIn("en-GB"), wordsIn("en-GB"))).toEqual([]);
  });
});

describe("the checks on a translation, tried on one with mistakes", () => {
  const source = wordsOf({
    report: {
      title: "Your report",
      brand: "Connect",
      by: "Received by {{organisation}}",
      left_one: "{{count}} report",
      left_other: "{{count}} reports",
    },
  });
  const right = {
    title: "بلاغك",
    brand: "Connect",
    by: "لدى {{organisation}}",
    left_zero: "لا بلاغات",
    left_one: "بلاغ",
    left_two: "بلاغان",
    left_few: "{{count}} بلاغات",
    left_many: "{{count}} بلاغًا",
    left_other: "{{count}} بلاغ",
  };
  const made = (changes: Record<string, string>) => wordsOf({ report: { ...right, ...changes } });
  const without = (key: string) => new Map([...made({})].filter(([each]) => each !== `report:${key}`));

  it("find nothing wrong where nothing is wrong", () => {
    const words = made({});
    expect(missingKeys(source, words)).toEqual([]);
    expect(extraKeys(source, words)).toEqual([]);
    expect(untranslated(source, words, namesIn("ar"))).toEqual([]);
    expect(strayLatin(words, namesIn("ar"))).toEqual([]);
    expect(brokenPlaceholders(source, words)).toEqual([]);
    expect(wrongPluralForms(words, "ar")).toEqual([]);
  });

  it("find a sentence that was left out, and one that nobody asked for", () => {
    expect(missingKeys(source, without("title"))).toEqual(["report:title"]);
    expect(extraKeys(source, made({ old: "قديم" }))).toEqual(["report:old"]);
    expect(extraKeys(source, made({ title_one: "بلاغ", left: "بلاغات" }))).toEqual(["report:title_one", "report:left"]);
  });

  it("find a sentence left in English, whole or in part", () => {
    expect(untranslated(source, made({ title: "Your report" }), namesIn("ar"))).toEqual(["report:title"]);
    expect(strayLatin(made({ title: "بلاغك report" }), namesIn("ar"))).toEqual(["report:title"]);
  });

  it("find a place for a name that was lost, renamed or misspelt", () => {
    for (const by of [
      "لدى",
      "لدى {{body}}",
      "لدى {organisation}",
      "لدى {{organisation}",
      "لدى {{organisation}} $t(x)",
    ]) {
      expect(brokenPlaceholders(source, made({ by })), by).toEqual(["report:by"]);
    }
    expect(brokenPlaceholders(source, made({ left_few: "بلاغات", left_two: "{{n}}" }))).toEqual([
      "report:left_two",
      "report:left_few",
    ]);
  });

  it("find a button that is called otherwise where it stands", () => {
    const words = { send: "إرسال", received: "تم الاستلام لدى {{organisation}}", hint: "«إرسال» ثم «تم الاستلام»" };
    expect(strayQuotations(wordsOf({ report: words }))).toEqual([]);
    expect(strayQuotations(wordsOf({ report: { ...words, send: "أرسل" } }))).toEqual(["إرسال in report:hint"]);
  });

  it("find a form for a number that the language needs and one that it does not know", () => {
    expect(wrongPluralForms(without("left_two"), "ar")).toEqual(["report:left_two"]);
    expect(wrongPluralForms(source, "ar")).toHaveLength(4);
    expect(wrongPluralForms(made({}), "en-GB")).toEqual([
      "report:left_zero",
      "report:left_two",
      "report:left_few",
      "report:left_many",
    ]);
  });
});
