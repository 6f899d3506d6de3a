/**
 * Where the words of an option lie in `questions.json`: its own first, then those that all questions share (yes, no, the
 * census lists). Take the first that is there. `at` is `incidentTypes`, or `witnesses.parts.seen` for a part.
 */
export function optionKeys(at: string, option: string): readonly string[] {
  return [`${at}.options.${option}`, `common.options.${option}`];
}
