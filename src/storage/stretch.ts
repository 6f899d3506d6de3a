import { argon2idAsync } from "@noble/hashes/argon2.js";
import type { StoredBytes } from "./records.ts";

/**
 * Makes a key of a passphrase, slowly on purpose: Argon2id with 46 MiB, one pass and one lane, the first of the settings
 * that OWASP's password storage guidance names. Gives the page a turn every few milliseconds meanwhile.
 */
export async function stretched(
  passphrase: string,
  salt: StoredBytes,
  onProgress: (fraction: number) => void,
): Promise<StoredBytes> {
  const settings = { m: 46 * 1024, t: 1, p: 1, dkLen: 32, onProgress };
  // The same letters come in two spellings of Unicode, by keyboard.
  return new Uint8Array(await argon2idAsync(passphrase.normalize("NFKC"), salt, settings));
}
