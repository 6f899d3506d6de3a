export type VaultState =
  /** No passphrase was ever chosen, or it was forgotten: drafts end with the tab. */
  | { readonly kind: "none" }
  /** A passphrase guards kept drafts. `waitMs` > 0 after wrong tries: the next try is refused until then. */
  | { readonly kind: "locked"; readonly tries: number; readonly waitMs: number }
  | { readonly kind: "unlocked" };

export type KeepOutcome =
  | { readonly kind: "kept" }
  /** There is a passphrase already: unlock with that one, or forget it. */
  | { readonly kind: "alreadyKept" }
  | { readonly kind: "full" }
  /** Locked meanwhile, or the device did not take it. The draft is as it was, and ends with the tab. */
  | { readonly kind: "failed" };

export type UnlockOutcome =
  | { readonly kind: "unlocked" }
  | { readonly kind: "wrongPassphrase"; readonly tries: number; readonly waitMs: number }
  /** Too soon after wrong tries: nothing was tried. */
  | { readonly kind: "wait"; readonly waitMs: number }
  | { readonly kind: "none" }
  | { readonly kind: "failed" };

/** Called with 0 to 1 while a passphrase is stretched (about a second on a phone). */
export type OnProgress = (fraction: number) => void;

/**
 * Holds the keys of drafts. Sealed letters need none of it, and are sent while it is locked. `keep`, `unlock` and `forget`
 * are for a person's own device. On a Connect point's tablet `Workers` open another lock beside this one; if somebody kept
 * a draft before the device became a tablet, it stays under their own passphrase, and neither lock opens the other's drafts.
 */
export interface Vault {
  /** Of both locks together: `unlocked` while either is open. `tries` and `waitMs` are those of the person's own. */
  state(): Promise<VaultState>;
  /** Guards drafts with a passphrase from now on, this tab's live draft included (its tab key is then gone). */
  keep(passphrase: string, onProgress?: OnProgress): Promise<KeepOutcome>;
  unlock(passphrase: string, onProgress?: OnProgress): Promise<UnlockOutcome>;
  /** Drops every key from memory at once. A draft of this tab can be opened again in this tab; a kept one asks first. */
  lock(): void;
  /** As `lock`, and this tab's unkept draft can never be opened again by anyone. */
  end(): void;
  /**
   * For a forgotten passphrase: deletes all drafts kept under it, and the passphrase. The outbox and what workers began
   * are untouched; while a worker is signed in it does nothing.
   */
  forget(): Promise<void>;
}
