import type { Catalogue } from "../language/words.ts";

/** By page: what its script says before the whole language has arrived. Each entry is a namespace or one branch of it. */
const needed: Readonly<Record<"report" | "reports", readonly string[]>> = {
  report: [
    "interface",
    "questions:danger",
    "questions:keepDraft",
    "questions:common",
    "pages:emergency",
    "pages:noScript",
  ],
  reports: ["interface", "report:list", "report:status", "pages:noScript"],
};

/** The part of a language that stands in the HTML of a page, so that its first pages wait for nothing. */
export function firstWords(page: "report" | "reports", catalogue: Catalogue): Catalogue {
  const words: Record<string, Record<string, unknown>> = {};
  for (const entry of needed[page]) {
    const [namespace = "", branch] = entry.split(":");
    const whole = (catalogue[namespace] ?? {}) as Record<string, unknown>;
    words[namespace] = branch ? { ...words[namespace], [branch]: whole[branch] ?? {} } : whole;
  }
  return words;
}
