import { decrypted, keyFrom } from "./ciphers.ts";
import type { VaultRow } from "./records.ts";
import type { Rows } from "./tables.ts";
import type { OnProgress, UnlockOutcome } from "./vault.ts";
import { readVault, type VaultMeans } from "./vault-rows.ts";

/** Tries a passphrase; see `Vault.unlock`. */
export async function unlock(means: VaultMeans, passphrase: string, onProgress: OnProgress): Promise<UnlockOutcome> {
  const { tables, keys } = means;
  const turn = keys.turn();
  const stretch = await means.loadStretch();
  if (stretch === null) return { kind: "failed" };
  const tried = await tables.write(["vault"], (rows) => countTry(rows, means.now()));
  if (tried.kind !== "done") return { kind: "failed" };
  if (tried.value === null) return { kind: "none" };
  const { row, waitMs } = tried.value;
  if (waitMs > 0) return { kind: "wait", waitMs };
  const passphraseKey = keyFrom(await stretch(passphrase, row.salt, onProgress));
  const raw = await decrypted(passphraseKey, row.wrappedKey, "vault");
  if (raw === null) return { kind: "wrongPassphrase", tries: row.tries, waitMs: waitOf(row, means.now()) };
  await tables.write(["vault"], (rows) => rows.put("vault", { ...row, tries: 0, nextTryAt: 0 }));
  if (keys.turn() !== turn) return { kind: "failed" };
  keys.holdVault(raw);
  return { kind: "unlocked" };
}

/** Counted before it is tried, so that ending the program in the middle saves nobody a try. */
async function countTry(rows: Rows, now: number): Promise<{ row: VaultRow; waitMs: number } | null> {
  const row = await readVault(rows);
  if (row === null) return null;
  const waitMs = waitOf(row, now);
  if (waitMs > 0) return { row, waitMs };
  const tries = row.tries + 1;
  const counted = { ...row, tries, nextTryAt: now + waitAfter(tries) };
  await rows.put("vault", counted);
  return { row: counted, waitMs: 0 };
}

const freeTries = 3;
const longestWaitMs = 5 * 60_000;

function waitAfter(tries: number): number {
  return tries < freeTries ? 0 : Math.min(2_000 * 2 ** (tries - freeTries), longestWaitMs);
}

/** How long until the next try is allowed. A wait longer than any we give means that the clock was set back: it must not lock somebody out for years. */
export function waitOf({ nextTryAt }: VaultRow, now: number): number {
  const waitMs = nextTryAt - now;
  return waitMs > longestWaitMs ? 0 : Math.max(0, waitMs);
}
