import { keyFrom } from "./ciphers.ts";
import { trySecret } from "./try-secret.ts";
import type { OnProgress, UnlockOutcome } from "./vault.ts";
import { readVault, type VaultMeans } from "./vault-rows.ts";

/** Tries a passphrase; see `Vault.unlock`. */
export async function unlock(means: VaultMeans, passphrase: string, onProgress: OnProgress): Promise<UnlockOutcome> {
  const untilDropped = means.keys.untilDropped();
  const stretch = await means.loadStretch();
  if (stretch === null || untilDropped.aborted) return { kind: "failed" };
  return trySecret(means, {
    lock: "vault",
    find: readVault,
    bound: "vault",
    keyOf: async ({ salt }) => keyFrom(await stretch(passphrase, salt, onProgress, untilDropped)),
  });
}
