import languages from "../../locales/languages.json" with { type: "json" };

export type LanguageTag = keyof typeof languages;

export interface Language {
  readonly tag: LanguageTag;
  /** Its own name, in its own script. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
}

/** The languages that this build carries, in the order in which they are offered. */
export const offered: readonly Language[] = Object.entries(languages).map(([tag, rest]) => ({
  tag: tag as LanguageTag,
  name: rest.name,
  direction: rest.direction === "rtl" ? "rtl" : "ltr",
}));

/** The language with this tag, or English for a tag that this build does not carry. */
export function languageOf(tag: string | undefined): Language {
  const found = offered.find((language) => language.tag === tag) ?? offered[0];
  if (!found) throw new Error("locales/languages.json names no language");
  return found;
}

/**
 * Names a language for a reader: `Arabic` for `ar` read in English. Falls back to the language's own name and then
 * to its tag, because browsers lack names for some.
 */
export function nameOfLanguage(tag: string, readIn: string): string {
  const own = offered.find((language) => language.tag === tag)?.name;
  try {
    const name = new Intl.DisplayNames([readIn], { type: "language", fallback: "none" }).of(tag);
    return name ?? own ?? tag;
  } catch {
    return own ?? tag; // not a well-formed tag: shown as it is
  }
}
