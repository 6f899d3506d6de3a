import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

const sentences = new Intl.Segmenter("en-GB", { granularity: "sentence" });
const words = new Intl.Segmenter("en-GB", { granularity: "word" });

const sentencesIn = (text: string): readonly string[] => Array.from(sentences.segment(text), ({ segment }) => segment);

const wordsIn = (text: string): readonly string[] =>
  Array.from(words.segment(text)).flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));

/**
 * The age at which most children read an English text with ease: the school year in the United States that the formula of
 * Flesch and Kincaid gives, and the five years before school.
 */
export function readingAge(text: string): number {
  const read = wordsIn(text);
  return (
    5 + fleschKincaid({ sentence: sentencesIn(text).length, word: read.length, syllable: syllable(read.join(" ")) })
  );
}

/** Sentences of more words than that. */
export const sentencesLongerThan = (most: number, text: string): readonly string[] =>
  sentencesIn(text).filter((sentence) => wordsIn(sentence).length > most);
