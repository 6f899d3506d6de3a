import type { StoredBytes } from "./records.ts";

const ivBytes = 12;

/**
 * AES-256-GCM with a fresh random nonce in front. `bound` is not secret but must be the same to decrypt: it ties bytes to
 * the place they were written for, so that nobody can move or replay them.
 */
export async function encrypted(key: Promise<CryptoKey>, plain: StoredBytes, bound: string): Promise<StoredBytes> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const cipher = await crypto.subtle.encrypt(gcm(iv, bound), await key, plain);
  const bytes = new Uint8Array(ivBytes + cipher.byteLength);
  bytes.set(iv);
  bytes.set(new Uint8Array(cipher), ivBytes);
  return bytes;
}

/** Null when the key is another one, or the bytes or their place were changed. */
export async function decrypted(
  key: Promise<CryptoKey>,
  bytes: StoredBytes,
  bound: string,
): Promise<StoredBytes | null> {
  try {
    const iv = bytes.slice(0, ivBytes);
    return new Uint8Array(await crypto.subtle.decrypt(gcm(iv, bound), await key, bytes.slice(ivBytes)));
  } catch {
    // An OperationError says nothing more than that it does not fit.
    return null;
  }
}

/** The bytes are copied at once: they may be overwritten as soon as this returns. */
export function keyFrom(raw: StoredBytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

export function randomKey(): StoredBytes {
  return crypto.getRandomValues(new Uint8Array(32));
}

/** 128 random bits in hexadecimal. */
export function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A text with its length, filled up with zeros to the next step, so that stored bytes tell little of what was typed. */
export function wrappedText(text: string): StoredBytes {
  const encoded = new TextEncoder().encode(text);
  const bytes = new Uint8Array(Math.ceil((encoded.length + 4) / stepBytes) * stepBytes);
  new DataView(bytes.buffer).setUint32(0, encoded.length);
  bytes.set(encoded, 4);
  return bytes;
}

const stepBytes = 1024;

/** The text in what `wrappedText` made. */
export function unwrappedText(bytes: StoredBytes): string {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(4, 4 + length));
}

function gcm(iv: StoredBytes, bound: string): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(bound) };
}
