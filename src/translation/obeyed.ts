import type { LanguageFolder } from "./locales-folder.ts";

/** What became of a command: what is said about it, or why nothing was done. */
export type Obeyed =
  | { readonly kind: "done"; readonly said: string }
  | { readonly kind: "nothing"; readonly because: string };

export const done = (said: string): Obeyed => ({ kind: "done", said });
export const nothing = (because: string): Obeyed => ({ kind: "nothing", because });

/** The answer to a command about a language that has no folder; `null` where it has one. */
export const unlessThere = ({ tag, isThere }: LanguageFolder): Obeyed | null =>
  isThere ? null : nothing(`There is no locales/${tag}.\n`);
