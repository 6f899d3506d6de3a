import { decrypted } from "./ciphers.ts";
import type { Lock } from "./keyring.ts";
import type { StoredBytes } from "./records.ts";
import type { Rows } from "./tables.ts";
import { type Tries, waitOf, withTry } from "./tries.ts";
import type { UnlockOutcome } from "./vault.ts";
import type { VaultMeans } from "./vault-rows.ts";

/** A row that holds a lock's key under somebody's secret. */
export type LockedRow = Tries & { readonly id: string; readonly salt: StoredBytes; readonly wrappedKey: StoredBytes };

/** Which row a secret is tried on, and what it opens. */
export interface Door<R extends LockedRow> {
  readonly lock: Exclude<Lock, "tab">;
  readonly find: (rows: Rows) => Promise<R | null>;
  /** What the wrapped key is bound to. */
  readonly bound: string;
  readonly keyOf: (row: R) => Promise<CryptoKey>;
}

/** Tries a secret: the try is counted first, and a right one holds the lock's key unless keys were dropped meanwhile. */
export async function trySecret<R extends LockedRow>(means: VaultMeans, door: Door<R>): Promise<UnlockOutcome> {
  const { tables, keys } = means;
  const turn = keys.turn();
  const tried = await tables.write(["vault"], (rows) => countTry(rows, door, means.now()));
  if (tried.kind !== "done") return { kind: "failed" };
  if (tried.value === null) return { kind: "none" };
  const { row, waitMs } = tried.value;
  if (waitMs > 0) return { kind: "wait", waitMs };
  const key = await door.keyOf(row); // cut off, it is no wrong secret: that must not end in `decrypted`
  const raw = await decrypted(Promise.resolve(key), row.wrappedKey, door.bound);
  if (raw === null) return { kind: "wrongPassphrase", tries: row.tries, waitMs: waitOf(row, means.now()) };
  const reset = await tables.write(["vault"], (rows) => forgetTries(rows, door));
  if (reset.kind === "done" && !reset.value) return { kind: "none" }; // taken away while it was tried
  if (keys.turn() !== turn) return { kind: "failed" };
  keys.hold(door.lock, raw);
  return { kind: "unlocked" };
}

async function countTry<R extends LockedRow>(
  rows: Rows,
  door: Door<R>,
  now: number,
): Promise<{ row: R; waitMs: number } | null> {
  const row = await door.find(rows);
  if (row === null) return null;
  const waitMs = waitOf(row, now);
  if (waitMs > 0) return { row, waitMs };
  const counted = withTry(row, now);
  await rows.put("vault", counted);
  return { row: counted, waitMs: 0 };
}

/** False when the row is not there any more. */
async function forgetTries<R extends LockedRow>(rows: Rows, door: Door<R>): Promise<boolean> {
  const row = await door.find(rows);
  if (row !== null) await rows.put("vault", { ...row, tries: 0, nextTryAt: 0 });
  return row !== null;
}
