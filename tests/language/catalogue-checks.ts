import { placeholder } from "../../src/translation/placeholders.ts";
import { askedKey, formOf, type Words } from "../../src/translation/words.ts";

const askedKeys = (words: Words): ReadonlySet<string> => new Set([...words.keys()].map(askedKey));

export function missingKeys(english: Words, other: Words): readonly string[] {
  const there = askedKeys(other);
  return [...askedKeys(english)].filter((key) => !there.has(key));
}

export function extraKeys(english: Words, other: Words): readonly string[] {
  const wanted = askedKeys(english);
  const counted = pluralKeys(english);
  return [...other.keys()].filter(
    (key) => !wanted.has(askedKey(key)) || (formOf(key) !== undefined) !== counted.has(askedKey(key)),
  );
}

const pluralKeys = (words: Words): ReadonlySet<string> =>
  new Set([...words.keys()].filter((key) => formOf(key) !== undefined).map(askedKey));

/** Forms that the language's own grammar demands and the words lack, or that it does not know and the words have. */
export function wrongPluralForms(words: Words, language: string): readonly string[] {
  const forms: readonly string[] = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const lacking = [...pluralKeys(words)]
    .flatMap((key) => forms.map((form) => `${key}_${form}`))
    .filter((key) => !words.has(key));
  const unknown = [...words.keys()].filter((key) => !forms.includes(formOf(key) ?? "other"));
  return [...lacking, ...unknown];
}

/** Words that say the same as in English, unless they are a name or nothing but placeholders and signs. */
export function untranslated(english: Words, other: Words, names: ReadonlySet<string>): readonly string[] {
  const hasWords = (text: string) => /\p{L}/u.test(text.replaceAll(placeholder, ""));
  const isSame = (key: string, text: string) => text === english.get(key) && !names.has(text) && hasWords(text);
  return [...other].filter(([key, text]) => isSame(key, text)).map(([key]) => key);
}

/** Words in the Latin script within a language of another script, names and placeholders apart. */
export function strayLatin(words: Words, names: ReadonlySet<string>): readonly string[] {
  const longestFirst = [...names].toSorted((a, b) => b.length - a.length);
  return [...words].flatMap(([key, text]) => {
    const bare = longestFirst.reduce((rest, name) => rest.replaceAll(name, ""), text.replaceAll(placeholder, ""));
    return /\p{Script=Latin}/u.test(bare) ? [key] : [];
  });
}

/** Quotations of a button or a state that nothing on any page is called: “Send now” where the button says “Send”. */
export function strayQuotations(words: Words): readonly string[] {
  const quoted = [...words].flatMap(([key, text]) =>
    [...text.matchAll(/[“«]([^”»]+)[”»]/g)].map(([, name = ""]) => ({ key, name })),
  );
  const isSaid = (name: string) => [...words.values()].some((text) => text === name || text.startsWith(`${name} `));
  return quoted.filter(({ name }) => !isSaid(name)).map(({ key, name }) => `${name} in ${key}`);
}
