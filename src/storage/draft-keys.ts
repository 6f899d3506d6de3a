import { decrypted, encrypted } from "./ciphers.ts";
import type { Keyring, Lock } from "./keyring.ts";
import type { DraftRow, StoredBytes } from "./records.ts";

/** Each draft has a key of its own; only wrapped by a lock's key does it ever lie on the device. */
export async function wrappedFor(
  keys: Keyring,
  lock: Lock,
  draft: string,
  raw: StoredBytes,
): Promise<StoredBytes | null> {
  const key = keys.key(lock);
  return key === null ? null : encrypted(key, raw, `key of ${draft}`);
}

/** `locked` when the lock is closed, `null` when the key at hand is not the one this draft was locked with. */
export async function unwrapped(keys: Keyring, draft: DraftRow): Promise<StoredBytes | "locked" | null> {
  const handedOver = keys.handedOver(draft.id);
  if (handedOver !== null) return handedOver;
  const key = keys.key(draft.lock);
  return key === null ? "locked" : decrypted(key, draft.wrappedKey, `key of ${draft.id}`);
}

export function sameBytes(one: StoredBytes, other: StoredBytes): boolean {
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}
