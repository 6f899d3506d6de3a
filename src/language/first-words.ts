import type { Catalogue, Translate } from "./words.ts";

/** Words that stand in the page itself, for the moments before the whole language is there. */
export interface FirstWords {
  readonly t: Translate;
  readonly has: (key: string) => boolean;
}

/** Looks words up as `wordsIn` does, without plurals: `t("interface:progress", { part: 1 })`. A miss is the key. */
export function firstWordsOf(catalogue: Catalogue): FirstWords {
  const find = (key: string): unknown => {
    const [namespace = "", path = ""] = key.includes(":") ? key.split(":") : ["interface", key];
    let branch: unknown = catalogue[namespace];
    for (const name of path.split(".")) {
      branch = typeof branch === "object" && branch ? (branch as Record<string, unknown>)[name] : undefined;
    }
    return branch;
  };
  return {
    has: (key) => find(key) !== undefined,
    t(key, values = {}) {
      const words = find(key);
      if (typeof words !== "string") return key;
      return words.replaceAll(/\{\{(\w+)\}\}/g, (_match, name: string) => String(values[name] ?? ""));
    },
  };
}
