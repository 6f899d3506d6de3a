import { keep } from "./keep.ts";
import { failedIfLost } from "./tables.ts";
import { unlock, waitOf } from "./unlock.ts";
import type { Vault } from "./vault.ts";
import { draftsIn, readVault, type VaultMeans } from "./vault-rows.ts";

export function vaultWith(means: VaultMeans): Vault {
  const { keys, tables } = means;
  return {
    async state() {
      const row = await tables.read(["vault"], readVault);
      if (row === null) return { kind: "none" };
      if (keys.isOpen("vault")) return { kind: "unlocked" };
      return { kind: "locked", tries: row.tries, waitMs: waitOf(row, means.now()) };
    },
    keep: (passphrase, onProgress = ignore) => keep(means, passphrase, onProgress).catch(failedIfLost),
    unlock: (passphrase, onProgress = ignore) => unlock(means, passphrase, onProgress).catch(failedIfLost),
    lock: () => keys.lock(),
    end() {
      keys.lock();
      keys.endTab();
    },
    async forget() {
      keys.lock();
      await tables.write(["vault", "drafts"], async (rows) => {
        for (const draft of await draftsIn(rows)) if (draft.lock === "vault") await rows.remove("drafts", draft.id);
        await rows.remove("vault", "vault");
      });
    },
  };
}

const ignore = () => undefined;
