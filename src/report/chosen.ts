import type { Answers, Value } from "./answer.ts";

/** What was chosen among what was offered, by question or `question.part`: ids of options, and no word that a person wrote. */
export type Chosen = Readonly<Record<string, readonly string[]>>;

/** All that was chosen. What a person told of each of several people is left out. */
export function chosenBy(answers: Answers): Chosen {
  const found = Object.entries(answers).flatMap(([id, value]) => {
    if (value.kind !== "several") return [[id, chosenIn(value)] as const];
    return Object.entries(value.parts).map(([part, given]) => [`${id}.${part}`, chosenIn(given)] as const);
  });
  return Object.fromEntries(found.filter(([, options]) => options.length > 0));
}

/** The options in one answer; none where it is declined or missing, or holds words alone. */
export function chosenIn(value: Value | undefined): readonly string[] {
  switch (value?.kind) {
    case "choice":
      return [value.option];
    case "choices":
      return value.options;
    case "contact":
      return [value.allowed ? "yes" : "no", ...value.ways];
    case "when":
      return [value.how];
    case "consent":
      return Object.values(value.given).map(({ choice }) => choice);
    case undefined:
    case "text":
    case "number":
    case "place":
    case "several":
    case "people":
    case "declined":
      return [];
  }
}
