import { keep } from "./keep.ts";
import { failedIfLost } from "./tables.ts";
import { waitOf } from "./tries.ts";
import { unlock } from "./unlock.ts";
import type { Vault } from "./vault.ts";
import { draftsIn, readVault, type VaultMeans, workersIn } from "./vault-rows.ts";

export function vaultWith(means: VaultMeans): Vault {
  const { keys, tables } = means;
  return {
    async state() {
      const { row, workers } = await tables.read(["vault"], async (rows) => ({
        row: await readVault(rows),
        workers: await workersIn(rows),
      }));
      if (row === null && workers.length === 0) return { kind: "none" };
      if (keys.isOpen("vault") || (workers.length > 0 && keys.isOpen("point"))) return { kind: "unlocked" };
      return { kind: "locked", tries: row?.tries ?? 0, waitMs: row === null ? 0 : waitOf(row, means.now()) };
    },
    keep: (passphrase, onProgress = ignore) => keep(means, passphrase, onProgress).catch(failedIfLost),
    unlock: (passphrase, onProgress = ignore) => unlock(means, passphrase, onProgress).catch(failedIfLost),
    lock: () => keys.lock(),
    end() {
      keys.lock();
      keys.endTab();
    },
    async forget() {
      if (keys.isOpen("point") && !keys.isOpen("vault")) return; // a worker's turn: what was kept here before is not theirs
      keys.lock();
      await tables.write(["vault", "drafts"], async (rows) => {
        for (const draft of await draftsIn(rows)) if (draft.lock === "vault") await rows.remove("drafts", draft.id);
        await rows.remove("vault", "vault");
      });
    },
  };
}

const ignore = () => undefined;
