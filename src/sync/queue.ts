import type { Step } from "./outcome.ts";

/** One report with its sealed letters, for one sender at a time. The token says which lease this is. */
export interface LeasedParcel {
  readonly id: string;
  readonly token: string;
  /** How often it was tried before. */
  readonly attempt: number;
  /** Written at a Connect point: the tablet's token goes with it, if there is one. */
  readonly fromPoint: boolean;
  readonly letters: readonly {
    readonly organisation: string;
    readonly digest: string;
    readonly bytes: Uint8Array<ArrayBuffer>;
  }[];
}

/** Where reports wait. The outbox of `storage` is one. */
export interface Queue {
  /** The ids of reports to be sent now, longest due first. */
  due(now: number, limit: number): Promise<readonly string[]>;
  /** When the next one is due, maybe in the past; null when none waits. */
  nextDueAt(now: number): Promise<number | null>;
  /** Null when somebody else is sending it, or it needs no sending. */
  lease(id: string, now: number, until: number): Promise<LeasedParcel | null>;
  settle(leased: LeasedParcel, step: Step): Promise<void>;
  /** Ends all leases: nobody is sending, we know by another lock. */
  reclaim(): Promise<void>;
}
