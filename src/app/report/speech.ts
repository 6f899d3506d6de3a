import { draftLanguages, load } from "virtual:words";
import { firstWordsOf } from "../../language/first-words.ts";
import { languageOf } from "../../language/languages.ts";
import type { Catalogue, Words } from "../../language/words.ts";
import type { Question } from "../../report/question.ts";
import type { Spoken } from "../../ui/words-context.tsx";

/** The language that a page speaks: at first with the few words in its HTML, then with all of them. */
export interface Speech {
  /** With the second language beside it, where the page has two. */
  spoken(): Spoken;
  /** A worker's own pages are in the worker's language alone. */
  spokenFor(question: Question | undefined): Spoken;
  readonly language: () => string;
  readonly isDraft: () => boolean;
  /** Fetches a whole language and speaks it. Rejects, and changes nothing, when it cannot be had now. */
  speak(tag: string): Promise<void>;
  /** Sets the second language, or takes it away. Rejects, and changes nothing, when it cannot be had now. */
  speakBeside(tag: string | null): Promise<void>;
  /** Whether a worker reads along, who is told how to ask. */
  prompting(isOn: boolean): void;
}

export function speechIn(tag: string, firstWords: Catalogue): Speech {
  let words: Words | null = null;
  let spoken: Spoken = { language: languageOf(tag), ...firstWordsOf(firstWords) };
  let beside: Spoken | null = null;
  let prompts = false;
  const both = (): Spoken => ({
    ...spoken,
    prompts,
    beside: beside && beside.language.tag !== spoken.language.tag ? beside : undefined,
  });
  return {
    spoken: both,
    spokenFor: (question) => (question?.forWorker && both().beside ? { ...(beside ?? spoken), prompts } : both()),
    language: () => spoken.language.tag,
    isDraft: () => draftLanguages.includes(spoken.language.tag),
    async speak(next) {
      const { language, program, known } = await fetched(next);
      words ??= program.wordsIn(language.tag, known);
      words.add(language.tag, known);
      words.speak(language.tag);
      spoken = { language, t: words.t, has: words.has };
    },
    async speakBeside(next) {
      if (next === null) {
        beside = null;
        return;
      }
      const { language, program, known } = await fetched(next);
      const { t, has } = program.wordsIn(language.tag, known);
      beside = { language, t, has };
    },
    prompting(isOn) {
      prompts = isOn;
    },
  };
}

async function fetched(tag: string) {
  const language = languageOf(tag);
  const [program, catalogue] = await Promise.all([import("../../language/words.ts"), load[language.tag]?.()]);
  return { language, program, known: catalogue?.default ?? {} };
}
