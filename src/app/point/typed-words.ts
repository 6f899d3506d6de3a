/** A passphrase as it was made, however it was typed: capitals, other gaps, hyphens between the words. */
export const asMade = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .split(/[\s-]+/)
    .join(" ");
