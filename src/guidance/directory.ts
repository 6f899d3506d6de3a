import type { Hours } from "./opening-hours.ts";
import { type Circumstances, type Situation, traits } from "./situation.ts";

/** The headings of the directory, in its order. */
export const groups = [
  "talk",
  "here",
  "race",
  "religion",
  "lgbt",
  "disability",
  "young",
  "students",
  "sexual",
  "deaf",
  "safeguarding",
  "rights",
  "report",
] as const;
export type Group = (typeof groups)[number];

export const waysToReach = ["call", "afterHours", "text", "relay", "bsl", "email", "web"] as const;

/** One way to reach somebody: a number, an address, or a page. */
export interface Way {
  readonly way: (typeof waysToReach)[number];
  readonly to: string;
  /** When somebody answers there, where that is known. */
  readonly hours?: Hours;
}

/** An organisation that can help, as an area's directory lists it. What it is for stands in `directory:about`. */
export interface Entry {
  readonly id: string;
  /** Its proper name, the same in every language. */
  readonly name: string;
  readonly group: Group;
  /** The part of the country that it is for; the whole of it where there is none. */
  readonly area?: string;
  /** Whom it is for: those of whom any one of these holds. Everybody where there is none. */
  readonly for: readonly Circumstances[];
  readonly ways: readonly Way[];
  /** Tags (BCP 47) of the languages it is known to speak; `any` with an interpreter. */
  readonly languages?: "any" | readonly string[];
  readonly cost?: "free";
  /** The page that all this comes from. */
  readonly source: string;
  /** The day somebody made sure of it (ISO date), or null while nobody has. */
  readonly verifiedOn: string | null;
  /** The last day (ISO date) on which it may be shown. */
  readonly expiresOn?: string;
}

/** No more than this many are shown to somebody who has just told what happened. */
export const mostShown = 6;

/**
 * Those that fit a person's situation, and those for everybody. Local ones come first; then the more of what is known an
 * entry is for, the earlier it comes; then the order of the directory. One that is for something that is known to be
 * otherwise is left out, and so is one that has expired by `today` (ISO date).
 */
export function matching(entries: readonly Entry[], situation: Situation, today: string): readonly Entry[] {
  return entries
    .filter(({ expiresOn }) => expiresOn === undefined || today <= expiresOn)
    .map((entry) => ({ entry, fit: fitOf(entry, situation) }))
    .filter(({ fit }) => fit !== null)
    .sort(
      (one, other) => Number(isLocal(other.entry)) - Number(isLocal(one.entry)) || (other.fit ?? 0) - (one.fit ?? 0),
    )
    .map(({ entry }) => entry);
}

const isLocal = ({ area }: Entry): boolean => area !== undefined;

/** How much of what is known the entry is for: 0 where it is for everybody, null where it does not fit. */
function fitOf(entry: Entry, { known, language }: Situation): number | null {
  if (entry.for.length === 0) return 0;
  const best = Math.max(...entry.for.map((circumstances) => hitsIn(circumstances, known)));
  return best > 0 ? best + Number(speaks(entry, language)) : null;
}

function hitsIn(circumstances: Circumstances, known: Circumstances): number {
  let hits = 0;
  for (const trait of traits) {
    const wanted = circumstances[trait];
    const given = known[trait] ?? [];
    if (!wanted || given.length === 0) continue;
    if (!wanted.some((id) => given.includes(id))) return 0;
    hits += 1;
  }
  return hits;
}

function speaks({ languages }: Entry, language: string): boolean {
  if (languages === "any") return true;
  return languages?.some((tag) => language === tag || language.startsWith(`${tag}-`)) ?? false;
}

/** All entries under their headings, for somebody of whom nothing is known. A heading with nothing under it is left out. */
export function grouped(
  entries: readonly Entry[],
): readonly { readonly group: Group; readonly entries: readonly Entry[] }[] {
  return groups
    .map((group) => ({ group, entries: entries.filter((entry) => entry.group === group) }))
    .filter((each) => each.entries.length > 0);
}
