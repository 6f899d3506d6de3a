import type { WaitingLetter } from "../wire/collection.ts";
import type { CameFrom } from "../wire/enrolment.ts";

/** One sealed letter. Nobody on this side of the network can open it. Whoever keeps it takes its memory over. */
export interface ArrivedLetter {
  readonly organisation: string;
  readonly digest: string;
  readonly age: Uint8Array<ArrayBuffer>;
}

/** The tablet that handed a submission over, by its token, and its Connect point under the name it has now. */
export interface Sender extends CameFrom {
  readonly tablet: string;
}

/** A submission that passed every check and wants to be kept. */
export interface Arrival {
  readonly submission: string;
  readonly letters: readonly ArrivedLetter[];
  readonly receivedAt: string;
  /** `null` when it came without a tablet's token, as from a person's own phone. */
  readonly from: Sender | null;
}

/** `kept` is said only when the letters would survive the next power cut; its time is that of the first arrival. */
export type Kept =
  | { readonly kind: "kept"; readonly receivedAt: string }
  | { readonly kind: "differentBytes" }
  | Unable;

/** Nothing was changed. The same can be asked again; when it is `full`, somebody has to make room first. */
export type Unable = { readonly kind: "unable"; readonly because: "locked" | "full" | "flooded" | "closed" };

export type Acknowledged = { readonly kind: "acknowledged" } | { readonly kind: "noSuchLetter" } | Unable;

/** Where sealed letters wait for their organisations. Every store passes `tests/endpoint/letterbox-contract.ts`. */
export interface Letterbox {
  /**
   * Keeps all letters of a submission or none. The same id with the same digests is kept once, however often it comes,
   * and from whom it came first is what counts.
   */
  keep(arrival: Arrival): Promise<Kept>;
  /** The letters of one organisation after a cursor, oldest first; cursors count only that organisation's letters. */
  waiting(organisation: string, after: number, atMost: number): Promise<readonly WaitingLetter[]>;
  /** The letter of a submission for this organisation; `null` when there is none, whoever else has one. */
  letter(organisation: string, submission: string): Promise<Uint8Array | null>;
  /** Remembers the first time that the organisation said it holds the letter. */
  acknowledge(organisation: string, submission: string, at: string): Promise<Acknowledged>;
  /** Whether letters can be written and read at this moment. */
  ready(): Promise<boolean>;
  /** Finishes what was begun. Whatever is asked afterwards is `unable`. */
  close(): Promise<void>;
}
