import { nameOfLanguage } from "../language/languages.ts";

export const isEnglish = (tag: string): boolean => /^en\b/i.test(tag);

/** What a language is called at the desk. Nobody here needs to be told which English it is. */
export const languageName = (tag: string): string => nameOfLanguage(isEnglish(tag) ? "en" : tag, "en-GB");
