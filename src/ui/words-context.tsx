import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Language, languageOf } from "../language/languages.ts";
import type { Translate } from "../language/words.ts";

/** The language a page speaks and its words. */
export interface Spoken {
  readonly language: Language;
  readonly t: Translate;
  readonly has: (key: string) => boolean;
}

const SpokenContext = createContext<Spoken>({ language: languageOf(undefined), t: (key) => key, has: () => false });

export function SpokenProvider({ spoken, children }: { spoken: Spoken; children: ComponentChildren }) {
  return <SpokenContext.Provider value={spoken}>{children}</SpokenContext.Provider>;
}

/** The words of the language that the page speaks now; a new object whenever the language or its words change. */
export const useWords = (): Spoken => useContext(SpokenContext);
