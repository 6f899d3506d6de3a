import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Language, languageOf } from "../language/languages.ts";
import type { Translate } from "../language/words.ts";

/** The language a page speaks and its words. */
export interface Spoken {
  readonly language: Language;
  readonly t: Translate;
  readonly has: (key: string) => boolean;
  /** A second language on the same screen, for whoever reads along. */
  readonly beside?: Spoken | undefined;
  /** A worker reads along, and is told how to ask. */
  readonly prompts?: boolean | undefined;
}

interface Words extends Spoken {
  /** As `t`, for what a person sees: in both languages where the page has two. */
  readonly say: (key: string, values?: Parameters<Translate>[1]) => ComponentChildren;
}

const SpokenContext = createContext<Spoken>({ language: languageOf(undefined), t: (key) => key, has: () => false });

export function SpokenProvider({ spoken, children }: { spoken: Spoken; children: ComponentChildren }) {
  return <SpokenContext.Provider value={spoken}>{children}</SpokenContext.Provider>;
}

/** The words of the language that the page speaks now, and of the one beside it. */
export function useWords(): Words {
  const spoken = useContext(SpokenContext);
  return { ...spoken, say: (key, values) => inBoth(spoken, ({ t }) => t(key, values)) };
}

/** What `words` makes of each language of the page, one beneath the other, each marked as what it is. */
export function inBoth(spoken: Spoken, words: (one: Spoken) => string): ComponentChildren {
  const { beside } = spoken;
  const first = words(spoken);
  if (!beside) return first;
  const second = words(beside);
  if (first === second) return first;
  return (
    <>
      <span class="said">{first} </span>
      <span class="beside" lang={beside.language.tag} dir={beside.language.direction}>
        {second}
      </span>
    </>
  );
}
