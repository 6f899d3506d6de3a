import type { TextStore } from "../../src/storage/keyring.ts";

/** A `sessionStorage` or `localStorage` of its own, to look into. */
export function textStore(): TextStore & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, text) => void texts.set(name, text),
    removeItem: (name) => void texts.delete(name),
  };
}
