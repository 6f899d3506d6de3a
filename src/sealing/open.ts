import { sha256 } from "@noble/hashes/sha2.js";
import { Decrypter, identityToRecipient } from "age-encryption";

export type OpenOutcome =
  | { readonly kind: "opened"; readonly plaintext: Uint8Array }
  | { readonly kind: "wrongKey" }
  | { readonly kind: "broken" };

export type UnlockIdentityOutcome =
  | { readonly kind: "unlocked"; readonly identity: string; readonly recipient: string }
  | { readonly kind: "wrongPassphrase" }
  | { readonly kind: "broken" };

/**
 * Opens what `seal` closed. A wrong key is an ordinary answer here, not an exception. Nothing of a letter is given out
 * before its last byte is verified. A letter whose own stanza was damaged looks like one for somebody else: `wrongKey`.
 * Throws when `identity` is not an identity at all; `unlockIdentity` never gives out such a one.
 */
export async function open(bytes: Uint8Array, identity: string): Promise<OpenOutcome> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const outcome = await decrypted(decrypter, bytes);
  return outcome instanceof Uint8Array ? { kind: "opened", plaintext: outcome } : { kind: outcome };
}

/**
 * Takes an organisation's identity out of its passphrase-protected age file. Stretching the passphrase takes a second or
 * so in which the thread does nothing else: show that first. Lines that begin with # are comments, as in `age-keygen`.
 */
export async function unlockIdentity(file: Uint8Array, passphrase: string): Promise<UnlockIdentityOutcome> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const outcome = await decrypted(decrypter, file);
  if (outcome === "wrongKey") return { kind: "wrongPassphrase" };
  if (outcome === "broken") return { kind: "broken" };
  const identity = new TextDecoder().decode(outcome).split(/\r?\n/).find(isIdentity);
  const recipient = identity === undefined ? null : await recipientOf(identity);
  return identity === undefined || recipient === null ? { kind: "broken" } : { kind: "unlocked", identity, recipient };
}

async function decrypted(decrypter: Decrypter, bytes: Uint8Array): Promise<Uint8Array | "wrongKey" | "broken"> {
  try {
    return await decrypter.decrypt(bytes);
  } catch (error) {
    // The library has no type for this one; the tests notice when a new version words it otherwise.
    return error instanceof Error && error.message.startsWith("no identity matched") ? "wrongKey" : "broken";
  }
}

function isIdentity(line: string): boolean {
  return line.startsWith("AGE-SECRET-KEY-");
}

async function recipientOf(identity: string): Promise<string | null> {
  try {
    return await identityToRecipient(identity);
  } catch {
    // Not an identity though it begins like one, as a line cut short in copying does.
    return null;
  }
}

/** A recipient's fingerprint to compare by eye or by telephone: the first 64 bits of its SHA-256, `1a2b 3c4d 5e6f 7a8b`. */
export function fingerprintOf(recipient: string): string {
  const bytes = sha256(new TextEncoder().encode(recipient)).slice(0, 8);
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return text.replace(/(.{4})(?=.)/g, "$1 ");
}
