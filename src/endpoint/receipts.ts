import { createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import { type Receipt, type ReceiptClaim, signedText } from "../wire/receipt.ts";

/** Signs what the endpoint promises. Ed25519 has no chance in it: the same claim gives the same receipt for ever. */
export type Signer = (claim: ReceiptClaim) => Receipt;

export function signerWith(key: KeyObject): Signer {
  return (claim) => ({ claim, signature: sign(null, Buffer.from(signedText(claim)), key).toString("base64") });
}

/** The private key of a PEM text; throws unless it is the Ed25519 key whose public half devices have pinned. */
export function receiptKey(pem: string, pinnedPublicKey: string): KeyObject {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== "ed25519") throw new Error("The receipt key is not an Ed25519 key.");
  const raw = createPublicKey(key).export({ format: "jwk" }).x ?? "";
  if (Buffer.from(raw, "base64url").toString("base64") !== pinnedPublicKey)
    throw new Error("The receipt key is not the one in keys.json: devices would believe none of its receipts.");
  return key;
}
