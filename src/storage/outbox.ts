import type { Receipt } from "../wire/receipt.ts";
import type { HeldReason, StoredBytes, WaitingReason } from "./records.ts";

export type ParcelState =
  | { readonly kind: "waiting"; readonly attempt: number; readonly dueAt: number; readonly because: WaitingReason }
  | { readonly kind: "sending"; readonly attempt: number }
  | { readonly kind: "held"; readonly because: HeldReason }
  | { readonly kind: "received"; readonly receipt: Receipt };

/** One report after sealing: one letter per organisation. `createdAt` is this device's clock and may be wrong. */
export interface Parcel {
  readonly id: string;
  readonly createdAt: number;
  readonly letters: readonly { readonly organisation: string; readonly digest: string }[];
  /** Written at a Connect point: the tablet's token goes with it. */
  readonly fromPoint: boolean;
  /** When it was last saved as a sealed file; null if never. It stays here all the same until it is received. */
  readonly savedAt: number | null;
  readonly state: ParcelState;
}

export interface SealedBytes {
  readonly organisation: string;
  readonly digest: string;
  readonly bytes: StoredBytes;
}

/** One letter or more; the id is the one that `Drafts.submissionOf` gave for the draft. */
export interface NewParcel {
  readonly id: string;
  readonly createdAt: number;
  readonly fromPoint?: boolean;
  readonly letters: readonly SealedBytes[];
}

export type FreezeOutcome =
  /** Re-read from the device and verified; the draft is gone. Also the answer to a second call for the same id. */
  | { readonly kind: "frozen"; readonly id: string }
  /** The rest keep the draft as it is. */
  | { readonly kind: "full" }
  /** What lies on the device is not what was sealed. */
  | { readonly kind: "damaged" }
  | { readonly kind: "failed" };

export interface ParcelPage {
  readonly parcels: readonly Parcel[];
  /** Pass as `after` for the next, older page; null at the end. */
  readonly next: number | null;
}

export interface Counts {
  readonly waiting: number;
  readonly sending: number;
  readonly held: number;
  readonly received: number;
}

/** How many the endpoint does not have yet. */
export const unsentOf = ({ waiting, sending, held }: Counts): number => waiting + sending + held;

/** One parcel for one sender. Whoever holds a later lease overrules, except that a receipt always counts. */
export interface LeasedParcel {
  readonly id: string;
  readonly token: string;
  /** How often it was tried before. */
  readonly attempt: number;
  readonly fromPoint: boolean;
  readonly letters: readonly SealedBytes[];
}

/** What became of an attempt to send, in the words of `sync/outcome.ts`. */
export type SettledStep =
  | { readonly kind: "waiting"; readonly attempt: number; readonly dueAt: number; readonly because: WaitingReason }
  | { readonly kind: "held"; readonly because: HeldReason }
  | { readonly kind: "received"; readonly receipt: Receipt };

/** What delivery needs of the outbox; the courier of `sync` takes it as it is. */
export interface Queue {
  /** The ids of parcels to be sent now, oldest due time first. A due time that only a wrong clock explains is now. */
  due(now: number, limit: number): Promise<readonly string[]>;
  /** When the next parcel is due; null when none waits. */
  nextDueAt(now: number): Promise<number | null>;
  /** Null when somebody else is sending it, or it needs no sending, or its bytes are damaged (it is then held). */
  lease(id: string, now: number, until: number): Promise<LeasedParcel | null>;
  settle(leased: LeasedParcel, step: SettledStep): Promise<void>;
  /** Ends all leases. Only for who knows by another lock that nobody is sending. */
  reclaim(): Promise<void>;
}

/** Reports that are sealed. Nothing unsent is ever deleted here. */
export interface Outbox extends Queue {
  /** Takes a sealed report in for good and deletes its draft: both or neither. Throws when it has no letter at all. */
  freeze(parcel: NewParcel, draftId: string): Promise<FreezeOutcome>;
  /** Newest first, without the bytes of the letters. */
  list(page: { readonly limit: number; readonly after?: number }): Promise<ParcelPage>;
  find(id: string): Promise<Parcel | null>;
  counts(): Promise<Counts>;
  /** The sealed bytes for "Save sealed file"; null once received (or never there). */
  letter(id: string, organisation: string): Promise<StoredBytes | null>;
  /** Those that wait are due at once: one, all, or all that met no endpoint (such as behind a café's sign-in page). */
  sendNow(which: string | "all" | "unreached"): Promise<void>;
  /** A held report goes back to waiting. */
  release(id: string): Promise<void>;
  /** As `release`, for all that were held as `notAllowed`. */
  releaseRefused(): Promise<void>;
  /** Notes when reports were saved as sealed files. */
  markSaved(ids: readonly string[], at: number): Promise<void>;
  /** When the oldest report that is still on this device was sealed, by this device's clock; null when none is. */
  oldestUnsentAt(): Promise<number | null>;
  /** Takes a received report off the list; does nothing to any other. */
  remove(id: string): Promise<void>;
  /**
   * Calls back after changes made by this page, another one or the service worker; several changes in a short while
   * come as one call. Returns the way to stop.
   */
  changes(callback: () => void): () => void;
}
