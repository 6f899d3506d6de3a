import type { Receipt } from "../wire/receipt.ts";
import { verifiedNatively } from "./receipts-natively.ts";

/**
 * Whether this receipt was signed with the key that the deployment pins. That it speaks of the right letters is for the
 * caller to compare. Everything that is not a good signature, a malformed key included, is `false`. Rejects only when
 * the browser has no Ed25519 and ours could not be loaded: then nothing is known.
 */
export async function verified(receipt: Receipt, publicKeyBase64: string): Promise<boolean> {
  const natively = await verifiedNatively(receipt, publicKeyBase64);
  if (natively !== null) return natively;
  const { verifiedByHand } = await import("./receipts-by-hand.ts");
  return verifiedByHand(receipt, publicKeyBase64);
}
