import { Encrypter } from "age-encryption";

/** Why nothing was sealed. Every one is a fault of the deployment's keys, never of the person who writes. */
export type SealRefusal = "noRecipients" | "tooFewRecipients" | "mixedKinds" | "notARecipient" | "stanzaCount";

export type SealOutcome =
  | { readonly kind: "sealed"; readonly bytes: Uint8Array<ArrayBuffer>; readonly digest: string }
  | { readonly kind: "refused"; readonly because: SealRefusal };

/**
 * Closes one letter as an age file that exactly these recipients can open: two or more different ones, all of one kind.
 *
 * age-encryption would write a file for nobody when given no recipient, and would mix post-quantum with X25519 ones,
 * which breaks the promise of the first. So the wish is checked before, and the produced bytes are counted after.
 */
export async function seal(plaintext: Uint8Array, recipients: readonly string[]): Promise<SealOutcome> {
  const because = objection(recipients);
  if (because !== null) return { kind: "refused", because };
  const bytes = await encrypted(plaintext, recipients);
  if (bytes === null) return { kind: "refused", because: "notARecipient" };
  if (stanzaCount(bytes) !== recipients.length) return { kind: "refused", because: "stanzaCount" };
  return { kind: "sealed", bytes, digest: await digestOf(bytes) };
}

function objection(recipients: readonly string[]): SealRefusal | null {
  if (recipients.length === 0) return "noRecipients";
  const kinds = new Set(recipients.map(kindOf));
  if (kinds.has(null)) return "notARecipient";
  if (kinds.size > 1) return "mixedKinds";
  return new Set(recipients).size < 2 ? "tooFewRecipients" : null;
}

function kindOf(recipient: string): "x25519" | "postQuantum" | null {
  if (/^age1pq1[02-9ac-hj-np-z]+$/.test(recipient)) return "postQuantum";
  return /^age1[02-9ac-hj-np-z]{58}$/.test(recipient) ? "x25519" : null;
}

async function encrypted(
  plaintext: Uint8Array,
  recipients: readonly string[],
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const encrypter = new Encrypter();
    for (const recipient of recipients) encrypter.addRecipient(recipient);
    return new Uint8Array(await encrypter.encrypt(plaintext));
  } catch {
    // A wrong checksum, or a point that gives no secret: the library throws for both.
    return null;
  }
}

/** How many recipients the header of an age file names; null when the bytes do not begin as an age file does. */
export function stanzaCount(bytes: Uint8Array): number | null {
  const header = new TextDecoder("latin1").decode(bytes.subarray(0, largestHeaderBytes));
  const end = header.indexOf("\n--- ");
  if (!header.startsWith("age-encryption.org/v1\n") || end < 0) return null;
  return header.slice(0, end).split("\n-> ").length - 1;
}

/** A post-quantum stanza takes 1.6 kB, and a deployment names at most 20 recipients. */
const largestHeaderBytes = 64 * 1024;

/**
 * The text in UTF-8 with spaces after it up to the next size step, so that the size of a sealed letter tells little.
 * `JSON.parse` passes over the spaces. Steps: 2 KiB, doubling up to 64 KiB, then every 64 KiB.
 */
export function padded(text: string): Uint8Array<ArrayBuffer> {
  const encoded = new TextEncoder().encode(text);
  const bytes = new Uint8Array(stepFor(encoded.length)).fill(0x20);
  bytes.set(encoded);
  return bytes;
}

function stepFor(length: number): number {
  const largest = 64 * 1024;
  if (length > largest) return Math.ceil(length / largest) * largest;
  let step = 2 * 1024;
  while (step < length) step *= 2;
  return step;
}

/** SHA-256 in lower-case hexadecimal. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
