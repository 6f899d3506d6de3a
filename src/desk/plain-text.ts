import type { Spoken } from "../ui/words-context.tsx";
import { harmlessText } from "./harmless.ts";
import type { Row, Said, Word } from "./said.ts";

/** Finds the words for a `Word`. */
export type Say = (word: Word) => string;

/**
 * The first of a word's keys that there are words for; an id that this desk does not know is shown as harmless text.
 * Ids come from a letter: one like `constructor`, which every object has, is never looked up.
 */
export function sayWith({ t, has }: Pick<Spoken, "t" | "has">): Say {
  return ({ keys, values, otherwise }) => {
    const key = keys.find((one) => !one.split(/[.:]/).some((id) => id in Object.prototype) && has(one));
    return key === undefined ? harmlessText(otherwise) : t(key, { ...values });
  };
}

/** What is said in one cell of text: parts on lines of their own, own words as they were written. */
export function plainly(said: readonly Said[], say: Say): string {
  return said.map((one) => lineOf(one, say)).join("\n");
}

function lineOf(said: Said, say: Say): string {
  switch (said.kind) {
    case "word":
    case "declined":
      return say(said.word);
    case "own":
      return said.words.text;
    case "plain":
      return said.text;
    case "rows":
      return [...(said.title ? [say(said.title)] : []), ...said.rows.map((row) => labelled(row, say))].join("\n");
  }
}

const labelled = (row: Row, say: Say): string => `${say(row.label)}: ${plainly(row.said, say)}`;
