import { ed25519 } from "@noble/curves/ed25519.js";
import { type Receipt, signedText } from "../wire/receipt.ts";
import { bytesOf } from "./receipts-natively.ts";

/** As `verified`, in JavaScript, for browsers without Ed25519: slower, and loaded only there. */
export function verifiedByHand(receipt: Receipt, publicKeyBase64: string): boolean {
  const signature = bytesOf(receipt.signature);
  const key = bytesOf(publicKeyBase64);
  if (signature === null || key === null) return false;
  try {
    const text = new TextEncoder().encode(signedText(receipt.claim));
    // The rule of RFC 8032 rather than the laxer ZIP 215, as browsers and node:crypto have it.
    return ed25519.verify(signature, text, key, { zip215: false });
  } catch {
    // Bytes of a wrong length.
    return false;
  }
}
