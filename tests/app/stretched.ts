import type { Catalogue } from "../../src/language/words.ts";

const accents: Readonly<Record<string, string>> = {
  a: "å",
  e: "ë",
  i: "ï",
  o: "ø",
  u: "ü",
  A: "Å",
  E: "Ë",
  O: "Ø",
  n: "ñ",
};

/** A made-up language: English with accents, each text 1.8 times as long, so that what does not fit comes to light. */
export function stretched(catalogue: Catalogue): Catalogue {
  return Object.fromEntries(Object.entries(catalogue).map(([key, branch]) => [key, stretch(branch) as object]));
}

function stretch(branch: unknown): unknown {
  if (typeof branch === "string") return longer(branch);
  return Object.fromEntries(Object.entries(branch as object).map(([key, words]) => [key, stretch(words)]));
}

/** Grows word by word, as translations do; what stands in `{{…}}` stays. */
function longer(text: string): string {
  const words = text.split(/(?<=\s)/);
  const more = words.slice(0, Math.ceil(words.length * 0.8)).filter((word) => !word.includes("{{"));
  const accented = [...words, " ", ...more].map((word) =>
    word.includes("{{") ? word : word.replaceAll(/[aeiounAEO]/g, (letter) => accents[letter] ?? letter),
  );
  return accented.join("").trim();
}
