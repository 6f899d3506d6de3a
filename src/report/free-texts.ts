import type { Answers, OwnWords } from "./answer.ts";
import { textsIn } from "./own-words.ts";

export interface FreeText {
  readonly question: string;
  /** Where in the answer: `words`, `ownWords`; of the first person `0.clothes`. Absent where the text is the answer. */
  readonly part?: string;
  readonly words: OwnWords;
}

/**
 * Every text the person wrote, in order. Hand in what an organisation is to see (`disclosed`): a text may name people
 * that a choice of *facts only* was meant to leave out, and so is shown once more before it is sealed.
 */
export function freeTexts(answers: Answers): readonly FreeText[] {
  return Object.entries(answers).flatMap(([question, value]) =>
    textsIn(value).map(({ at, words }) => (at ? { question, part: at, words } : { question, words })),
  );
}
