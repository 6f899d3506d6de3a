/** Patterns of keys to the reason why a wrong word there could harm somebody. `*` stands for any number of names. */
export type CriticalPatterns = Readonly<Record<string, string>>;

/** The reason why a string is critical; `null` where it is not. */
export function whyCritical(key: string, patterns: CriticalPatterns): string | null {
  return Object.entries(patterns).find(([pattern]) => matches(pattern, key))?.[1] ?? null;
}

/** Patterns that no key is like: a list that guards nothing. */
export const idlePatterns = (patterns: CriticalPatterns, keys: readonly string[]): readonly string[] =>
  Object.keys(patterns).filter((pattern) => !keys.some((key) => matches(pattern, key)));

const matches = (pattern: string, key: string): boolean =>
  new RegExp(`^${pattern.split("*").map(literally).join(".*")}$`).test(key);

const literally = (text: string): string => text.replaceAll(/[.$^+?()[\]{}|\\]/g, "\\$&");
