import type { Catalogue } from "../../src/language/words.ts";
import { placeholder } from "../../src/translation/placeholders.ts";

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

/**
 * A made-up language: English with accents, each text so many times as long, in brackets. What does not fit comes to
 * light, and so does a text that is cut off (a bracket is missing) or that no translator can reach (it has none).
 */
export function stretched(catalogue: Catalogue, times: number): Catalogue {
  return Object.fromEntries(Object.entries(catalogue).map(([key, branch]) => [key, stretch(branch, times) as object]));
}

function stretch(branch: unknown, times: number): unknown {
  if (typeof branch === "string") return longer(branch, times);
  return Object.fromEntries(Object.entries(branch as object).map(([key, words]) => [key, stretch(words, times)]));
}

/** A sentence grows by words and a word by letters, as translations do; what stands in `{{…}}` stays. */
function longer(text: string, times: number): string {
  const letters = text.replaceAll(placeholder, "").replaceAll(/\s+/g, " ").trim();
  const gap = letters.includes(" ") ? " " : "";
  const lacking = Math.round(text.length * (times - 1)) - "[]".length - gap.length;
  const more = `${letters}${gap}`.repeat(text.length).slice(0, Math.max(0, lacking)).trimEnd();
  return `[${accented(text)}${more === "" ? "" : gap}${accented(more)}]`;
}

const accented = (text: string): string =>
  text
    .split(/(\{\{[^{}]*\}\})/)
    .map((part) => (part.startsWith("{{") ? part : part.replaceAll(/[aeiounAEO]/g, (letter) => accents[letter] ?? "")))
    .join("");
