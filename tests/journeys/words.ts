import { type Translate, wordsIn } from "../../src/language/words.ts";
import { catalogueOf } from "../../vite.material.ts";

/** What the app says in one language. */
export interface Said {
  readonly language: string;
  readonly t: Translate;
  readonly has: (key: string) => boolean;
}

export function saidIn(language: string): Said {
  const { t, has } = wordsIn(language, catalogueOf(language));
  return { language, t, has };
}

export const english = saidIn("en-GB");
export const arabic = saidIn("ar");
