/** Files that are about a language's words: who read them, which English they come from, which long ones were looked at. */
export const aboutWords = {
  review: "review.json",
  translatedFrom: "translated-from.json",
  long: "long.json",
} as const;

const about: readonly string[] = Object.values(aboutWords);

/** Whether a file of a language's folder holds words that somebody reads. */
export const holdsWords = (file: string): boolean => file.endsWith(".json") && !about.includes(file);

/** Whether it holds words of the reporter's app, which are translated. The desk speaks English alone. */
export const holdsReportersWords = (file: string): boolean => holdsWords(file) && file !== "desk.json";
