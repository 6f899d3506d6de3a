import type { Condition, Depth, Option, Part, PartKind, Question, TextInput } from "./question.ts";

/** What most questions have in common: asked of everyone, and nobody has to answer. */
const common = { askedOf: ["self", "witness", "helper", "worker"], declines: ["dontKnow", "ratherNotSay"] } as const;

type Common = Pick<Question, "askedOf" | "declines" | "easyRead"> & { readonly depth: Depth };

/** In the two-minute report, in Easy Read, and in the full one. */
export const short: Common = { ...common, depth: "short", easyRead: true };

/** In the full report only. */
export const full: Common = { ...common, depth: "full", easyRead: false };

/** For questions that a person always knows the answer to. */
export const personal: Pick<Question, "declines"> = { declines: ["ratherNotSay"] };

/** For what would say who the person is, or needs to know it. */
export const named: Condition = { not: { answer: "wanted", includes: "noName" } };

/** Ids parted by spaces. `other+` asks for a few own words, `none!` clears the others, `worker*` is never offered. */
export function options(ids: string): readonly Option[] {
  return ids.split(" ").map((marked) => {
    const id = marked.replace(/[+!*]$/, "");
    if (marked.endsWith("+")) return { id, ownWords: true };
    if (marked.endsWith("*")) return { id, byApp: true };
    return marked.endsWith("!") ? { id, alone: true } : { id };
  });
}

/** One of these. */
export const choice = (ids: string): PartKind => ({ kind: "choice", options: options(ids) });

/** Any of these. */
export const choices = (ids: string): PartKind => ({ kind: "choices", options: options(ids) });

export const yesNo: PartKind = choice("yes no");

/** A text of one line. */
export function line(maxLength: number, input: TextInput = "text"): PartKind {
  return { kind: "text", lines: "one", maxLength, input };
}

/** A text of many lines. */
export const lines = (maxLength: number): PartKind => ({ kind: "text", lines: "many", maxLength });

/** One thing on a page with several. */
export function part(id: string, asks: PartKind, more: Omit<Part, "id" | "asks"> = {}): Part {
  return { id, asks, ...more };
}
