import { keyFrom, randomKey } from "./ciphers.ts";
import type { StoredBytes } from "./records.ts";

/** Of this tab alone, of the person's own passphrase, or of the tablet that workers sign in to. */
export type Lock = "tab" | "vault" | "point";

/** What we need of `sessionStorage` and `localStorage`. */
export type TextStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const tabKeyName = "notes";

/** The keys that draft keys are wrapped with, in memory. Nobody gets to see their bytes but who wraps the key itself. */
export interface Keyring {
  /** Null while that lock is closed. */
  key(lock: Lock): Promise<CryptoKey> | null;
  isOpen(lock: Lock): boolean;
  /** A copy of the bytes, to be wrapped for somebody else and wiped then; null while that lock is closed. */
  copyOf(lock: Lock): StoredBytes | null;
  /** Takes this tab's key up again after a reload or a lock, if it has one. */
  recallTab(): void;
  /** Makes this tab a key if it has none. */
  ensureTab(): void;
  /** Takes a lock's key over: the caller's bytes are wiped. Ends a handing over. */
  hold(lock: Exclude<Lock, "tab">, raw: StoredBytes): void;
  /** Drops every key but this one draft's own, which it takes over. Until `lock` or `hold` no other can be had, not even the tab's. */
  handOver(draft: string, raw: StoredBytes): void;
  isHandedOver(): boolean;
  /** A copy of the key of the draft that was handed over; null for every other one. */
  handedOver(draft: string): StoredBytes | null;
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
  /** Aborted as soon as the turn is over: slow work for a key has no more use. */
  untilDropped(): AbortSignal;
}

/** `session` is the tab's `sessionStorage`, or null where it is forbidden: then a reload ends the draft too. */
export function keyring(session: TextStore | null): Keyring {
  const held = new Map<Lock, StoredBytes>();
  let handed: { readonly draft: string; readonly raw: StoredBytes } | null = null;
  let turn = 0;
  let turning = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  const drop = (lock: Lock) => {
    held.get(lock)?.fill(0);
    held.delete(lock);
  };
  const takeBack = () => {
    handed?.raw.fill(0);
    handed = null;
  };
  const nextTurn = () => {
    turn++;
    turning.abort();
    turning = new AbortController();
  };
  const dropAll = () => {
    for (const lock of [...held.keys()]) drop(lock);
    takeBack();
    nextTurn();
  };
  const hold = (lock: Lock, raw: StoredBytes) => {
    drop(lock);
    held.set(lock, raw.slice());
    raw.fill(0);
  };
  const recallTab = () => {
    const text = held.has("tab") || handed !== null ? null : (session?.getItem(tabKeyName) ?? null);
    if (text !== null) hold("tab", bytesOf(text));
  };
  return {
    key(lock) {
      const raw = held.get(lock);
      return raw === undefined ? null : keyFrom(raw);
    },
    isOpen: (lock) => held.has(lock),
    copyOf: (lock) => held.get(lock)?.slice() ?? null,
    recallTab,
    ensureTab() {
      recallTab();
      if (held.has("tab") || handed !== null) return;
      const raw = randomKey();
      session?.setItem(tabKeyName, textOf(raw));
      hold("tab", raw);
    },
    hold(lock, raw) {
      takeBack();
      hold(lock, raw);
    },
    handOver(draft, raw) {
      dropAll();
      handed = { draft, raw: raw.slice() };
      raw.fill(0);
    },
    isHandedOver: () => handed !== null,
    handedOver: (draft) => (handed?.draft === draft ? handed.raw.slice() : null),
    lock: dropAll,
    endTab() {
      drop("tab");
      session?.removeItem(tabKeyName);
      nextTurn();
    },
    alone(work) {
      const mine = last.then(work, work);
      last = mine;
      return mine;
    },
    turn: () => turn,
    untilDropped: () => turning.signal,
  };
}

function textOf(raw: StoredBytes): string {
  return btoa(String.fromCharCode(...raw));
}

function bytesOf(text: string): StoredBytes {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
