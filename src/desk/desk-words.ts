import { useWords } from "../ui/words-context.tsx";
import { type Say, sayWith } from "./plain-text.ts";

/** The words of the desk: `t` for its own keys, `say` for what a letter says. */
export function useDeskWords(): { readonly t: (key: string, values?: object) => string; readonly say: Say } {
  const { t, has } = useWords();
  return { t: (key, values) => t(`desk:${key}`, { ...values }), say: sayWith({ t, has }) };
}
