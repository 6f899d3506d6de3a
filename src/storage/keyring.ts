import { keyFrom, randomKey } from "./ciphers.ts";
import type { StoredBytes } from "./records.ts";

export type Lock = "tab" | "vault";

/** What we need of `sessionStorage` and `localStorage`. */
export type TextStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const tabKeyName = "notes";

/** The keys that draft keys are wrapped with, in memory. Nobody gets to see their bytes but `vault.ts` the vault's own. */
export interface Keyring {
  /** Null while that lock is closed. */
  key(lock: Lock): Promise<CryptoKey> | null;
  isOpen(lock: Lock): boolean;
  /** Takes this tab's key up again after a reload or a lock, if it has one. */
  recallTab(): void;
  /** Makes this tab a key if it has none. */
  ensureTab(): void;
  /** Takes the vault's key over: the caller's bytes are wiped. */
  holdVault(raw: StoredBytes): void;
  /** Drops every key from memory, at once. */
  lock(): void;
  /** Forgets this tab's key for ever: what it locked is lost. */
  endTab(): void;
  /**
   * Runs one such work after the other: a draft must not be begun under a lock that is just being given up for another.
   */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Changes whenever keys were dropped: whoever waited for something meanwhile must not put keys back. */
  turn(): number;
}

/** `session` is the tab's `sessionStorage`, or null where it is forbidden: then a reload ends the draft too. */
export function keyring(session: TextStore | null): Keyring {
  const held = new Map<Lock, StoredBytes>();
  let turn = 0;
  let last: Promise<unknown> = Promise.resolve();
  const drop = (lock: Lock) => {
    held.get(lock)?.fill(0);
    held.delete(lock);
  };
  const hold = (lock: Lock, raw: StoredBytes) => {
    drop(lock);
    held.set(lock, raw.slice());
    raw.fill(0);
  };
  const recallTab = () => {
    const text = held.has("tab") ? null : (session?.getItem(tabKeyName) ?? null);
    if (text !== null) hold("tab", bytesOf(text));
  };
  return {
    key(lock) {
      const raw = held.get(lock);
      return raw === undefined ? null : keyFrom(raw);
    },
    isOpen: (lock) => held.has(lock),
    recallTab,
    ensureTab() {
      recallTab();
      if (held.has("tab")) return;
      const raw = randomKey();
      session?.setItem(tabKeyName, textOf(raw));
      hold("tab", raw);
    },
    holdVault: (raw) => hold("vault", raw),
    lock() {
      turn++;
      drop("tab");
      drop("vault");
    },
    endTab() {
      turn++;
      drop("tab");
      session?.removeItem(tabKeyName);
    },
    alone(work) {
      const mine = last.then(work, work);
      last = mine;
      return mine;
    },
    turn: () => turn,
  };
}

function textOf(raw: StoredBytes): string {
  return btoa(String.fromCharCode(...raw));
}

function bytesOf(text: string): StoredBytes {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
