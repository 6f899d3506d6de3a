import type { Keyring } from "./keyring.ts";
import {
  believedDraft,
  believedVault,
  believedWorker,
  type DraftRow,
  type StoredBytes,
  type VaultRow,
  type WorkerRow,
} from "./records.ts";
import type { Rows, Tables } from "./tables.ts";
import type { OnProgress } from "./vault.ts";

/** Makes a key of a passphrase, slowly. Rejects with an `AbortError` when `until` is aborted, where it can be stopped at all. */
export type Stretch = (
  passphrase: string,
  salt: StoredBytes,
  onProgress: OnProgress,
  until: AbortSignal,
) => Promise<StoredBytes>;

export interface VaultMeans {
  readonly tables: Tables;
  readonly keys: Keyring;
  readonly now: () => number;
  /** Loads what is needed only when somebody uses a passphrase; null if it cannot be had. */
  readonly loadStretch: () => Promise<Stretch | null>;
}

/** Null when no passphrase was chosen. */
export async function readVault(rows: Rows): Promise<VaultRow | null> {
  return believedVault(await rows.get("vault", "vault"));
}

/** Every draft on this device that still makes sense. */
export async function draftsIn(rows: Rows): Promise<readonly DraftRow[]> {
  const all = await rows.select("drafts", {});
  return all.map(believedDraft).filter((draft) => draft !== null);
}

/** Everybody who can sign in to this tablet, as they were added. Empty on a person's own phone. */
export async function workersIn(rows: Rows): Promise<readonly WorkerRow[]> {
  const all = await rows.select("vault", {});
  const workers = all.map(believedWorker).filter((worker) => worker !== null);
  return workers.sort((one, other) => one.addedAt - other.addedAt);
}
