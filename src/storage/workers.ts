import type { StoredBytes } from "./records.ts";
import type { OnProgress, UnlockOutcome } from "./vault.ts";

/** Someone who can sign in to this tablet. `credential` and `salt` are what a passkey is asked with. */
export interface Worker {
  readonly id: string;
  readonly name: string;
  readonly opensWith: "passphrase" | "passkey";
  readonly credential: StoredBytes | null;
  readonly salt: StoredBytes;
}

export type WorkerSecret =
  /** One from paper opens however it is typed. */
  | { readonly kind: "passphrase"; readonly passphrase: string }
  /** `output` is the 32 bytes that the passkey's PRF made of `salt`. */
  | {
      readonly kind: "passkey";
      readonly credential: StoredBytes;
      readonly output: StoredBytes;
      readonly salt: StoredBytes;
    };

export type ShownSecret =
  | { readonly kind: "passphrase"; readonly passphrase: string }
  | { readonly kind: "passkey"; readonly output: StoredBytes };

export type AddWorkerOutcome =
  | { readonly kind: "added"; readonly id: string }
  | { readonly kind: "nameTaken" }
  /** Somebody who is on the list must sign in first. */
  | { readonly kind: "locked" }
  | { readonly kind: "full" }
  /** Locked meanwhile, or the device did not take it. Nobody was added. */
  | { readonly kind: "failed" };

export type RemoveWorkerOutcome =
  | { readonly kind: "removed" }
  | { readonly kind: "lastOne" }
  | { readonly kind: "locked" }
  | { readonly kind: "failed" };

export type PinOutcome =
  | { readonly kind: "opened" }
  | { readonly kind: "wrongPin"; readonly left: number }
  /** No PIN is armed any more: the passphrase is asked. */
  | { readonly kind: "gone" }
  /** It was right, but covered again before it had opened anything. */
  | { readonly kind: "covered" };

/**
 * Who works with this tablet. All open the same vault, each with a secret of their own and with no network. A PIN is a
 * screen lock for the life of this page: it is in memory alone.
 */
export interface Workers {
  /** By name. */
  list(): Promise<readonly Worker[]>;
  /** The first one makes the tablet's vault and opens it; any further one needs it open. Read back before it counts. */
  add(name: string, secret: WorkerSecret, onProgress?: OnProgress): Promise<AddWorkerOutcome>;
  /** Needs the vault open; never removes the last one. What they saw or copied while they could sign in stays known. */
  remove(id: string): Promise<RemoveWorkerOutcome>;
  /** Wrong tries are counted per worker before they are tried, and slow down. An earlier PIN is gone when it opens. */
  signIn(id: string, secret: ShownSecret, onProgress?: OnProgress): Promise<UnlockOutcome>;
  /** Arms a PIN of 4 to 8 digits for this page's life; needs the vault open. */
  setPin(pin: string): Promise<boolean>;
  /** Whether a PIN can open the vault again now. */
  pinArmed(): boolean;
  /** Wrong PIN: how many tries are left; at none the PIN is gone and the passphrase is asked. */
  openWithPin(pin: string): Promise<PinOutcome>;
  /** Drops every key at once, synchronously; the PIN stays armed. Other windows in which the vault is open do the same. */
  cover(): void;
  /** Drops every key and the PIN, here and in all windows: the passphrase is asked. */
  signOut(): void;
  /** Called when another window covered or signed out and this one's keys are therefore gone. Returns the way to stop. */
  onCovered(listener: () => void): () => void;
  /**
   * Drops the vault's key and keeps this one draft's alone, so that nothing else can be opened, begun or counted in this
   * window until it is covered or a PIN or secret opens the vault. Another window's cover leaves it to its visitor. False
   * if it cannot: then nothing changed.
   */
  handOver(draftId: string): Promise<boolean>;
  /** When nobody knows a secret any more: deletes workers, visitors' drafts and the log. Sealed reports and the enrolment stay. */
  forgetAll(): Promise<void>;
}
