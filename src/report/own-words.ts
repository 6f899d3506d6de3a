import type { OwnWords, Value } from "./answer.ts";

/** Lone surrogates change silently when they are encoded: they become U+FFFD now, so that what is seen is what is sealed. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\uFFFD");

/** One own text of an answer, and where in it: `words`, `ownWords`, `email`; for people `0.clothes`. */
export interface Place {
  readonly at: string;
  readonly words: OwnWords;
}

/** Every own text in an answer, in order. */
export function textsIn(value: Value): readonly Place[] {
  switch (value.kind) {
    case "text":
      return [{ at: "", words: { text: value.text, language: value.language } }];
    case "choice":
    case "choices":
      return named({ ownWords: value.ownWords });
    case "place":
      return named({ description: value.description, landmark: value.landmark });
    case "contact":
      return named(value.details);
    case "several":
      return Object.entries(value.parts).flatMap(under);
    case "people":
      return value.people.flatMap((person, index) =>
        Object.entries(person)
          .flatMap(under)
          .map((place) => ({ ...place, at: `${index}.${place.at}` })),
      );
    case "number":
    case "when":
    case "consent":
    case "declined":
      return [];
  }
}

function named(texts: Readonly<Record<string, OwnWords | undefined>>): readonly Place[] {
  return Object.entries(texts).flatMap(([at, words]) => (words ? [{ at, words }] : []));
}

function under([part, value]: [string, Value]): readonly Place[] {
  return textsIn(value).map(({ at, words }) => ({ at: at ? `${part}.${at}` : part, words }));
}
