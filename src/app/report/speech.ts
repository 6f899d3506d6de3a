import { draftLanguages, load } from "virtual:words";
import { firstWordsOf } from "../../language/first-words.ts";
import { languageOf } from "../../language/languages.ts";
import type { Catalogue, Words } from "../../language/words.ts";
import type { Spoken } from "../../ui/words-context.tsx";

/** The language that a page speaks: at first with the few words in its HTML, then with all of them. */
export interface Speech {
  spoken(): Spoken;
  readonly language: () => string;
  readonly isDraft: () => boolean;
  /** Fetches a whole language and speaks it. Rejects, and changes nothing, when it cannot be had now. */
  speak(tag: string): Promise<void>;
}

export function speechIn(tag: string, firstWords: Catalogue): Speech {
  let words: Words | null = null;
  let spoken: Spoken = { language: languageOf(tag), ...firstWordsOf(firstWords) };
  return {
    spoken: () => spoken,
    language: () => spoken.language.tag,
    isDraft: () => draftLanguages.includes(spoken.language.tag),
    async speak(next) {
      const language = languageOf(next);
      const [program, catalogue] = await Promise.all([import("../../language/words.ts"), load[language.tag]?.()]);
      const known = catalogue?.default ?? {};
      words ??= program.wordsIn(language.tag, known);
      words.add(language.tag, known);
      words.speak(language.tag);
      spoken = { language, t: words.t, has: words.has };
    },
  };
}
