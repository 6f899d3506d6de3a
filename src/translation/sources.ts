import { askedKey, type Form, formOf, forms, type Words } from "./words.ts";

/** The forms that a language has for a number of things. One that Node does not know is taken to count as English does. */
export function formsIn(language: string): readonly Form[] {
  const known: readonly string[] = new Intl.PluralRules([language, "en-GB"]).resolvedOptions().pluralCategories;
  return forms.filter((form) => known.includes(form));
}

/**
 * What a language has to say: each key it needs, in the order of the English, with the English text that it is
 * translated from. Where things are counted there is one key for each of the language's own forms.
 */
export function sourcesFor(english: Words, language: string): Words {
  const wanted = formsIn(language);
  return new Map(
    [...english].flatMap(([key, text]): [string, string][] => {
      const form = formOf(key);
      if (form === undefined) return [[key, text]];
      const asked = askedKey(key);
      const inEnglish = (each: Form) => english.get(`${asked}_${each}`) ?? english.get(`${asked}_other`) ?? text;
      return wanted.map((each) => [`${asked}_${each}`, inEnglish(each)]);
    }),
  );
}

/** Numbers that a form is for, so that a translator need not know its name; `1.5` stands for fractions. */
export function examplesOf(form: Form, language: string): readonly number[] {
  const rules = new Intl.PluralRules([language, "en-GB"]);
  const numbers = [...Array(200).keys(), 1_000_000, 1.5];
  return numbers.filter((number) => rules.select(number) === form).slice(0, 4);
}
