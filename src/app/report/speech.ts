import { draftLanguages, load } from "virtual:words";
import { firstWordsOf } from "../../language/first-words.ts";
import { type Language, languageOf } from "../../language/languages.ts";
import type { Catalogue, Words } from "../../language/words.ts";
import type { Spoken } from "../../ui/words-context.tsx";

/** The languages that a page speaks: at first with the few words in its HTML, then with all of them. */
export interface Speech {
  spoken(): Spoken;
  readonly language: () => string;
  readonly isDraft: () => boolean;
  /** Fetches a whole language and speaks it. Rejects, and changes nothing, when it cannot be had now. */
  speak(tag: string): Promise<void>;
  /**
   * Fetches a second language and shows it with the first, unless both are the same; null for none. Rejects, and changes
   * nothing, when it cannot be had now.
   */
  speakBeside(tag: string | null): Promise<void>;
  /** Whether the pages show what a worker may say. */
  prompting(on: boolean): void;
}

export function speechIn(tag: string, firstWords: Catalogue): Speech {
  let words: Words | null = null;
  let first: Spoken = { language: languageOf(tag), ...firstWordsOf(firstWords) };
  let second: Spoken | null = null;
  let prompts = false;
  let spoken = first;
  function compose(): void {
    const beside = second && second.language.tag !== first.language.tag ? { beside: second } : {};
    spoken = { ...first, ...beside, ...(prompts && { prompts }) };
  }
  async function learn({ tag: known }: Language): Promise<Words> {
    const [program, catalogue] = await Promise.all([import("../../language/words.ts"), load[known]?.()]);
    const all = catalogue?.default ?? {};
    words ??= program.wordsIn(known, all);
    words.add(known, all);
    return words;
  }
  return {
    spoken: () => spoken,
    language: () => spoken.language.tag,
    isDraft: () => draftLanguages.includes(spoken.language.tag),
    async speak(next) {
      const language = languageOf(next);
      const learnt = await learn(language);
      learnt.speak(language.tag);
      first = { language, t: learnt.t, has: learnt.has };
      compose();
    },
    async speakBeside(next) {
      const language = next === null ? null : languageOf(next);
      second = language && { language, ...(await learn(language)).in(language.tag) };
      compose();
    },
    prompting(on) {
      prompts = on;
      compose();
    },
  };
}
