import { argon2id, argon2idAsync } from "@noble/hashes/argon2.js";
import type { StoredBytes } from "./records.ts";

/** Argon2id with 46 MiB, one pass and one lane, the first of the settings that OWASP's password storage guidance names. */
const settings = { m: 46 * 1024, t: 1, p: 1, dkLen: 32 } as const;

/** Makes a key of a passphrase, slowly on purpose. Gives the page a turn every few milliseconds meanwhile. */
export async function stretched(
  passphrase: string,
  salt: StoredBytes,
  onProgress: (fraction: number) => void,
): Promise<StoredBytes> {
  return new Uint8Array(await argon2idAsync(spelled(passphrase), salt, { ...settings, onProgress }));
}

/** The same key in one go, for a thread where nobody else waits for a turn. */
export function stretchedAtOnce(
  passphrase: string,
  salt: StoredBytes,
  onProgress: (fraction: number) => void,
): StoredBytes {
  return new Uint8Array(argon2id(spelled(passphrase), salt, { ...settings, onProgress }));
}

/** The same letters come in two spellings of Unicode, by keyboard. */
function spelled(passphrase: string): string {
  return passphrase.normalize("NFKC");
}
