/** Every word of a language: `report:sent.title` (the file and the key within it) to what is said. */
export type Words = ReadonlyMap<string, string>;

export type Branch = { readonly [key: string]: string | Branch };

/** The words of several files by their name, each key with the file it lies in. */
export function wordsOf(files: Readonly<Record<string, Branch>>): Words {
  return new Map(Object.entries(files).flatMap(([file, branch]) => leaves(branch, `${file}:`)));
}

function leaves(branch: Branch, path: string): [string, string][] {
  return Object.entries(branch).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : leaves(value, `${path}${key}.`),
  );
}

const pluralEnding = /_(zero|one|two|few|many|other)$/;

/** The key that a program asks for: without the ending that i18next adds for a count. */
export const askedKey = (key: string): string => key.replace(pluralEnding, "");

const askedKeys = (words: Words): ReadonlySet<string> => new Set([...words.keys()].map(askedKey));

export function missingKeys(english: Words, other: Words): readonly string[] {
  const there = askedKeys(other);
  return [...askedKeys(english)].filter((key) => !there.has(key));
}

export function extraKeys(english: Words, other: Words): readonly string[] {
  const wanted = askedKeys(english);
  const counted = pluralKeys(english);
  return [...other.keys()].filter(
    (key) => !wanted.has(askedKey(key)) || pluralEnding.test(key) !== counted.has(askedKey(key)),
  );
}

const pluralKeys = (words: Words): ReadonlySet<string> =>
  new Set([...words.keys()].filter((key) => pluralEnding.test(key)).map(askedKey));

/** Forms that the language's own grammar demands and the words lack, or that it does not know and the words have. */
export function wrongPluralForms(words: Words, language: string): readonly string[] {
  const forms: readonly string[] = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const lacking = [...pluralKeys(words)]
    .flatMap((key) => forms.map((form) => `${key}_${form}`))
    .filter((key) => !words.has(key));
  const unknown = [...words.keys()].filter((key) => !forms.includes(pluralEnding.exec(key)?.[1] ?? "other"));
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

const placeholder = /\{\{[^{}]*\}\}/g;
const withoutNumber = ["zero", "one", "two"]; // "a second", "two seconds": the word holds the number

/** Texts whose `{{…}}` are not those of the English text, or are not well formed. */
export function brokenPlaceholders(english: Words, other: Words): readonly string[] {
  return [...other].filter(([key, text]) => isBroken(key, text, english)).map(([key]) => key);
}

function isBroken(key: string, text: string, english: Words): boolean {
  if (/[{}]|\$t\(/.test(text.replaceAll(placeholder, ""))) return true;
  const wanted = placeholdersOf(english.get(key) ?? english.get(`${askedKey(key)}_other`) ?? "");
  const there = placeholdersOf(text);
  const mayDrop = withoutNumber.includes(pluralEnding.exec(key)?.[1] ?? "") ? "{{count}}" : "";
  return (
    there.some((name) => !wanted.includes(name)) || wanted.some((name) => !there.includes(name) && name !== mayDrop)
  );
}

const placeholdersOf = (text: string): readonly string[] => text.match(placeholder) ?? [];
