import { createHash, scrypt, timingSafeEqual } from "node:crypto";
import { asPrinted, passphraseBytes, passphraseOf } from "../wire/passphrase.ts";
import type { KeptPassphrase } from "./accounts.ts";

/** Fills so many bytes with chance. */
export type Chance = (length: number) => Uint8Array;

/** 256 random bits as text, to be told once: a token or a session. */
export function newSecret(chance: Chance): string {
  return Buffer.from(chance(32)).toString("base64url");
}

/** What is kept of such a secret. It is beyond guessing, so that a plain, fast hash hides it. */
export function hashOf(secret: string): Uint8Array {
  return createHash("sha256").update(secret).digest();
}

/** A passphrase for a person, to be told once. */
export function newPassphrase(chance: Chance): string {
  return passphraseOf(chance(passphraseBytes));
}

// 32 MiB and three passes: one of the settings of OWASP's Password Storage Cheat Sheet.
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };

export async function keptPassphrase(passphrase: string, chance: Chance): Promise<KeptPassphrase> {
  const salt = chance(16);
  return { salt, hash: await slowHash(passphrase, salt) };
}

/** Whether this is the passphrase; it takes as long when there is none to compare with, and is then false. */
export async function isPassphrase(passphrase: string, kept: KeptPassphrase | null): Promise<boolean> {
  const hash = await slowHash(passphrase, kept?.salt ?? new Uint8Array(16));
  return kept !== null && timingSafeEqual(hash, kept.hash);
}

function slowHash(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) =>
    scrypt(asPrinted(passphrase).normalize("NFKC"), salt, 32, cost, (error, hash) =>
      error === null ? resolve(hash) : reject(error),
    ),
  );
}
