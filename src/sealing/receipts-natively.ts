import { type Receipt, signedText } from "../wire/receipt.ts";

const algorithm = "Ed25519";

/** As `verified`, by the browser's own Ed25519; null where it has none (Chromium before 137, Firefox before 129). */
export async function verifiedNatively(receipt: Receipt, publicKeyBase64: string): Promise<boolean | null> {
  const bytes = bytesOf(receipt.signature);
  const raw = bytesOf(publicKeyBase64);
  if (bytes === null || raw === null) return false;
  try {
    const key = await crypto.subtle.importKey("raw", raw, algorithm, false, ["verify"]);
    return await crypto.subtle.verify(algorithm, key, bytes, new TextEncoder().encode(signedText(receipt.claim)));
  } catch (error) {
    // Anything else is about the bytes: a key that is none.
    return error instanceof DOMException && error.name === "NotSupportedError" ? null : false;
  }
}

/** Null for what is no Base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
