import type { Keyring } from "./keyring.ts";
import { believedDraft, believedVault, type DraftRow, type StoredBytes, type VaultRow } from "./records.ts";
import type { Rows, Tables } from "./tables.ts";
import type { OnProgress } from "./vault.ts";

export type Stretch = (passphrase: string, salt: StoredBytes, onProgress: OnProgress) => Promise<StoredBytes>;

export interface VaultMeans {
  readonly tables: Tables;
  readonly keys: Keyring;
  readonly now: () => number;
  /** Loads `stretched` of stretch.ts, which is needed only when somebody uses a passphrase; null if it cannot be had. */
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
