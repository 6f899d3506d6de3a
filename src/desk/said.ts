import type { OwnWords } from "../report/answer.ts";

/** Words of ours by the keys they may stand under, the best first; without any of them the id itself is shown. */
export interface Word {
  readonly keys: readonly string[];
  readonly values?: Readonly<Record<string, string | number>>;
  readonly otherwise: string;
}

/** One thing that a report says, told apart by who worded it. */
export type Said =
  | { readonly kind: "word"; readonly word: Word }
  /** The person's own words: `long` when the language they are written in is worth a line of its own. */
  | { readonly kind: "own"; readonly words: OwnWords; readonly long: boolean }
  /** Numbers, addresses, codes: the same in every language. */
  | { readonly kind: "plain"; readonly text: string }
  | { readonly kind: "declined"; readonly word: Word }
  | { readonly kind: "rows"; readonly title?: Word; readonly rows: readonly Row[] };

/** A label with everything said under it. */
export interface Row {
  readonly id: string;
  readonly label: Word;
  readonly said: readonly Said[];
}

export interface Section {
  readonly id: string;
  readonly label: Word;
  readonly rows: readonly Row[];
}

export function word(key: string, otherwise: string, values?: Word["values"]): Word {
  return { keys: [key], otherwise, ...(values && { values }) };
}

export const saidWord = (of: Word): Said => ({ kind: "word", word: of });
