import { randomBytes } from "node:crypto";
import type { Inventing } from "./story.ts";

/** A word that stands nowhere else in the world, and where it was written. */
export interface CanaryWord {
  readonly word: string;
  readonly question: string;
  readonly part: string;
}

interface CanaryWords {
  readonly invent: Inventing;
  readonly planted: readonly CanaryWord[];
  /** What all these words begin with, and nothing else in the world. */
  readonly mark: string;
}

/** Invents a word of its own for every field, and remembers each. */
export function canaryWords(): CanaryWords {
  const planted: CanaryWord[] = [];
  const mark = `canary${randomBytes(6).toString("hex")}`;
  const invent: Inventing = ({ id }, part) => {
    const word = `${mark}n${String(planted.length).padStart(4, "0")}`;
    planted.push({ word, question: id, part });
    return word;
  };
  return { invent, planted, mark };
}
