import type { Editors } from "./editors.ts";
import type { Keyring } from "./keyring.ts";
import type { DraftRow } from "./records.ts";
import type { Tables } from "./tables.ts";

export interface DraftsMeans {
  readonly tables: Tables;
  readonly keys: Keyring;
  readonly editors: Editors;
  readonly now: () => number;
  /** This tab's name, for the lease where there are no Web Locks. */
  readonly tab: string;
  /** Whether Web Locks stand behind `editors`: a lease in the row is then only a trace of the past. */
  readonly locksHold: boolean;
  /** The sequence that this tab last read or wrote, by draft. */
  readonly known: Map<string, number>;
}

/** To what a draft's ciphertext is bound: an older text put back in its place does not open. */
export function boundTo(id: string, sequence: number): string {
  return `${id} ${sequence}`;
}

const leaseMs = 60_000;

export function leaseOf({ tab, now }: DraftsMeans): DraftRow["editor"] {
  return { name: tab, until: now() + leaseMs };
}

/** A lease that ends later than any we give was written under another clock, and counts for nothing. */
export function isLeasedElsewhere({ tab, now, locksHold }: DraftsMeans, { editor }: DraftRow): boolean {
  const leftMs = editor.until - now();
  return !locksHold && editor.name !== tab && leftMs > 0 && leftMs <= leaseMs;
}
