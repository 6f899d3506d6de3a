import { askedKey, formOf, type Words } from "./words.ts";

/** The place in a text for a name, a time or a number. */
export const placeholder = /\{\{[^{}]*\}\}/g;

export const placeholdersOf = (text: string): readonly string[] => text.match(placeholder) ?? [];

const withoutNumber: readonly (string | undefined)[] = ["zero", "one", "two"]; // "a second": the word holds the number

/** Whether this form of a text may do without `{{count}}`. */
export const mayDropCount = (key: string): boolean => withoutNumber.includes(formOf(key));

/** Texts whose `{{…}}` are not those of the English text, or are not well formed. */
export function brokenPlaceholders(english: Words, other: Words): readonly string[] {
  return [...other].filter(([key, text]) => isBroken(key, text, english)).map(([key]) => key);
}

function isBroken(key: string, text: string, english: Words): boolean {
  if (/[{}]|\$t\(/.test(text.replaceAll(placeholder, ""))) return true;
  const wanted = placeholdersOf(english.get(key) ?? english.get(`${askedKey(key)}_other`) ?? "");
  const there = placeholdersOf(text);
  const mayDrop = mayDropCount(key) ? "{{count}}" : "";
  return (
    there.some((name) => !wanted.includes(name)) || wanted.some((name) => !there.includes(name) && name !== mayDrop)
  );
}
