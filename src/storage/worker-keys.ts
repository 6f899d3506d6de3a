import { keyFrom } from "./ciphers.ts";
import type { StoredBytes } from "./records.ts";
import type { OnProgress } from "./vault.ts";
import type { Stretch, VaultMeans } from "./vault-rows.ts";
import type { ShownSecret } from "./workers.ts";

/** To what the vault's key is bound in a worker's row. */
export function boundToWorker(id: string): string {
  return `vault for ${id}`;
}

/** Makes a worker's key of their secret and the salt in their row. */
export type KeyOfSecret = (salt: StoredBytes) => Promise<CryptoKey>;

/** Null when what passphrases need cannot be had. The key is no use once the keys of this turn were dropped. */
export async function keyOfSecret(
  means: VaultMeans,
  secret: ShownSecret,
  onProgress: OnProgress,
): Promise<KeyOfSecret | null> {
  if (secret.kind === "passkey") return (salt) => passkeyKey(secret.output, salt);
  const untilDropped = means.keys.untilDropped();
  const stretch: Stretch | null = await means.loadStretch();
  if (stretch === null || untilDropped.aborted) return null;
  const passphrase = asWrittenDown(secret.passphrase);
  return async (salt) => keyFrom(await stretch(passphrase, salt, onProgress, untilDropped));
}

/** Words as they were made, however they were typed: capitals, other gaps, hyphens between them. Anything else stays as it is. */
function asWrittenDown(typed: string): string {
  return /^[a-z\s-]+$/i.test(typed)
    ? typed
        .toLowerCase()
        .split(/[\s-]+/)
        .filter(Boolean)
        .join(" ")
    : typed;
}

/** What a passkey gives is as good as random already: nothing slow about it. */
async function passkeyKey(output: StoredBytes, salt: StoredBytes): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", output, "HKDF", false, ["deriveKey"]);
  const derivation = { name: "HKDF", hash: "SHA-256", salt, info: new TextEncoder().encode("key of a worker") };
  return crypto.subtle.deriveKey(derivation, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** Tells one vault key from another and, as the key is 256 random bits, nothing else about it. */
export async function fingerprintOf(vaultKey: StoredBytes): Promise<string> {
  const named = new Uint8Array([...new TextEncoder().encode("which vault"), ...vaultKey]);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", named));
  named.fill(0);
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
