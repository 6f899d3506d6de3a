import type { Words } from "./words.ts";

const times = 1.8;
const fromLetters = 12; // shorter words grow more, and have the room
const wideScripts = ["Hans", "Hant", "Jpan", "Kore"]; // one sign says what a word says, and takes two letters' room

/** How many letters of a text take room: marks above and below, and signs that only turn the direction, do not. */
export const lettersOf = (text: string): number => [...text.replaceAll(/[\p{M}\p{Cf}]/gu, "")].length;

/** The letters for which the pages are known to have room; `null` where any length is fine. */
export function roomFor(english: string, language: string): number | null {
  const { script = "" } = new Intl.Locale(language).maximize();
  const letters = lettersOf(english);
  return letters < fromLetters || wideScripts.includes(script) ? null : Math.floor(letters * times);
}

/** Strings that are longer than their room, and longer than when somebody last looked at their page. */
export function tooLong(sources: Words, own: Words, language: string, looked: ReadonlyMap<string, number>) {
  return longerThan(sources, own, language, (key) => looked.get(key) ?? 0);
}

/** Strings that are noted as long and are so no more. */
export function noLongerLong(sources: Words, own: Words, language: string, looked: ReadonlyMap<string, number>) {
  const long = new Set(longerThan(sources, own, language, () => 0));
  return [...looked.keys()].filter((key) => !long.has(key));
}

function longerThan(sources: Words, own: Words, language: string, enough: (key: string) => number): readonly string[] {
  return [...sources].flatMap(([key, english]) => {
    const room = roomFor(english, language);
    const letters = lettersOf(own.get(key) ?? "");
    return room !== null && letters > Math.max(room, enough(key)) ? [key] : [];
  });
}
