import { type ComponentChildren, createContext } from "preact";
import { useContext, useMemo } from "preact/hooks";
import { type Language, languageOf } from "../language/languages.ts";
import type { Translate } from "../language/words.ts";

/** The language a page speaks and its words. */
export interface Spoken {
  readonly language: Language;
  readonly t: Translate;
  readonly has: (key: string) => boolean;
  /** A second language that stands beneath or beside the first. */
  readonly beside?: Spoken;
  /** Whether the page shows what a worker may say while asking. */
  readonly prompts?: boolean;
}

/** Words that are settled already, or the way to word them in each language that the page speaks. */
export type Message = string | ((spoken: Spoken) => string);

export interface Voice extends Spoken {
  /** What stands under this key, in each language that the page speaks. */
  readonly say: (key: string, values?: Parameters<Translate>[1]) => ComponentChildren;
  /** A message in each language that the page speaks. */
  readonly tell: (message: Message) => ComponentChildren;
}

const SpokenContext = createContext(voiceOf({ language: languageOf(undefined), t: (key) => key, has: () => false }));

export function SpokenProvider({ spoken, children }: { spoken: Spoken; children: ComponentChildren }) {
  const voice = useMemo(() => voiceOf(spoken), [spoken]);
  return <SpokenContext.Provider value={voice}>{children}</SpokenContext.Provider>;
}

/** The words of the language that the page speaks now; a new object whenever the language or its words change. */
export const useWords = (): Voice => useContext(SpokenContext);

function voiceOf(spoken: Spoken): Voice {
  const tell = (message: Message) => (typeof message === "string" ? message : inEach(spoken, message));
  return { ...spoken, tell, say: (key, values) => tell(({ t }) => t(key, values)) };
}

/** Plain text where the page speaks one language, or where both say the same, as with a name. */
function inEach(spoken: Spoken, message: (spoken: Spoken) => string): ComponentChildren {
  const { beside } = spoken;
  const first = message(spoken);
  const second = beside && message(beside);
  if (!beside || first === second) return first;
  return (
    <span class="both">
      <span lang={spoken.language.tag} dir={spoken.language.direction}>
        {first}
      </span>{" "}
      <span lang={beside.language.tag} dir={beside.language.direction}>
        {second}
      </span>
    </span>
  );
}
