import type { Language } from "../language/languages.ts";

/** The page itself says which language it is in, for screen readers and for the way it runs. */
export function markLanguage({ tag, direction }: Language): void {
  document.documentElement.lang = tag;
  document.documentElement.dir = direction;
}
