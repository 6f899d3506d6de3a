import { brokenPlaceholders } from "./placeholders.ts";
import type { Unit } from "./unit.ts";
import type { Words } from "./words.ts";

/** What a translator's file comes to. Refused as a whole, or taken but for what is left as it is. */
export type Taken =
  | { readonly kind: "refused"; readonly because: readonly string[] }
  | {
      readonly kind: "taken";
      /** All the language's words afterwards, in the order of the English. */
      readonly words: Words;
      /** What the file says of the English as it is now, whether in new words or in those that were there. */
      readonly taken: readonly string[];
      readonly changed: readonly string[];
      /** What the language had and the English no longer has. */
      readonly removed: readonly string[];
      readonly left: Left;
    };

/** Strings that stay as they are, by the reason. */
export interface Left {
  readonly needsWork: readonly string[];
  readonly untranslated: readonly string[];
  readonly olderEnglish: readonly string[];
  readonly notInFile: readonly string[];
}

/** The words of a language after a file of translated units. Nothing is taken if anything in the file is wrong. */
export function takenFrom(units: readonly Unit[], sources: Words, own: Words): Taken {
  const because = faultsIn(units, sources, own);
  if (because.length > 0) return { kind: "refused", because };
  const isOlder = (unit: Unit) => sources.get(unit.key) !== unit.english;
  const whole = units.filter((unit) => !unit.fuzzy && unit.words !== "" && !isOlder(unit));
  const fresh = new Map(whole.map(({ key, words }) => [key, words]));
  const inFile = new Set(units.map(({ key }) => key));
  const keysOf = (which: (unit: Unit) => boolean) => units.filter(which).map(({ key }) => key);
  return {
    kind: "taken",
    words: inOrder(sources, (key) => fresh.get(key) ?? own.get(key)),
    taken: [...fresh.keys()],
    changed: [...fresh].filter(([key, words]) => own.get(key) !== words).map(([key]) => key),
    removed: [...own.keys()].filter((key) => !sources.has(key)),
    left: {
      needsWork: keysOf((unit) => unit.fuzzy),
      untranslated: keysOf((unit) => !unit.fuzzy && unit.words === ""),
      olderEnglish: keysOf((unit) => !unit.fuzzy && unit.words !== "" && isOlder(unit)),
      notInFile: [...sources.keys()].filter((key) => !inFile.has(key)),
    },
  };
}

function inOrder(sources: Words, wordsFor: (key: string) => string | undefined): Words {
  const all = [...sources.keys()].map((key) => [key, wordsFor(key)] as const);
  return new Map(all.flatMap(([key, words]) => (words === undefined ? [] : [[key, words] as const])));
}

function faultsIn(units: readonly Unit[], sources: Words, own: Words): readonly string[] {
  const seen = new Set<string>();
  return units.flatMap((unit) => {
    const isSecond = seen.has(unit.key);
    seen.add(unit.key);
    if (unit.key === "") return [`“${unit.english}” has no key (msgctxt)`];
    if (!sources.has(unit.key))
      return [`${unit.key} is no string of this language. If the English dropped it, export again`];
    if (isSecond) return [`${unit.key} is there twice`];
    const fault = faultOf(unit, sources, own);
    return fault === null ? [] : [`${unit.key} ${fault}`];
  });
}

function faultOf(unit: Unit, sources: Words, own: Words): string | null {
  const { key, words, fuzzy } = unit;
  if (words !== "" && words.trim() === "") return "holds nothing but spaces";
  if (fuzzy || unit.english !== sources.get(key)) return null; // it stays as it is
  if (words === "") return own.has(key) ? "is empty, and has words now. To keep them, mark it as needing work" : null;
  if (words.includes("\uFFFD")) return "has letters that were lost on the way. Save the file as UTF-8";
  const isBroken = brokenPlaceholders(sources, new Map([[key, words]])).length > 0;
  return isBroken ? `does not hold what stands in {{ }} in “${sources.get(key)}”` : null;
}
