/*
 * How much may be written where a question does not say it itself, in UTF-16 code units as browsers count them.
 */

/** No single text of a letter is longer. */
export const longestText = 10_000;

/** "Something else", a landmark, a way to be reached. */
export const fewWords = 500;

export const longestAddress = 1_000;
