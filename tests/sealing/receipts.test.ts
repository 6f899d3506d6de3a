import { generateKeyPairSync, sign } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { verified } from "../../src/sealing/receipts.ts";
import { verifiedByHand } from "../../src/sealing/receipts-by-hand.ts";
import { verifiedNatively } from "../../src/sealing/receipts-natively.ts";
import { type Receipt, type ReceiptClaim, signedText } from "../../src/wire/receipt.ts";

const endpoint = generateKeyPairSync("ed25519");
const publicKey = endpoint.publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("base64");

const claim: ReceiptClaim = {
  version: 1,
  submission: "0123456789abcdef0123456789abcdef",
  letters: [
    { organisation: "police", digest: "a".repeat(64) },
    { organisation: "council", digest: "b".repeat(64) },
  ],
  receivedAt: "2026-11-23T10:00:00Z",
};

function signed(what: ReceiptClaim, by = endpoint.privateKey): Receipt {
  return { claim: what, signature: sign(null, Buffer.from(signedText(what)), by).toString("base64") };
}

const ways = [
  ["by the browser's own means", verifiedNatively],
  ["in JavaScript", verifiedByHand],
  ["by whichever there is", verified],
] as const;

for (const [how, isGood] of ways) {
  describe(`a receipt, checked ${how}`, () => {
    it("is believed when the endpoint's own key signed it", async () => {
      expect(await isGood(signed(claim), publicKey)).toBe(true);
    });

    it("is believed in whatever order it names the letters", async () => {
      const turned = { ...claim, letters: [...claim.letters].reverse() };
      expect(await isGood({ claim: turned, signature: signed(claim).signature }, publicKey)).toBe(true);
    });

    it("F28: is not believed when another key signed it", async () => {
      expect(await isGood(signed(claim, generateKeyPairSync("ed25519").privateKey), publicKey)).toBe(false);
    });

    it("F28: is not believed when anything in it was changed after signing", async () => {
      const { signature } = signed(claim);
      const forgeries: ReceiptClaim[] = [
        { ...claim, submission: "f".repeat(32) },
        { ...claim, receivedAt: "2026-11-23T10:00:01Z" },
        { ...claim, letters: claim.letters.slice(0, 1) },
        { ...claim, letters: [{ organisation: "police", digest: "c".repeat(64) }] },
        { ...claim, letters: claim.letters.map((letter) => ({ ...letter, organisation: "council" })) },
      ];
      for (const forged of forgeries) expect(await isGood({ claim: forged, signature }, publicKey)).toBe(false);
    });

    it("F28: is not believed when signature or key are nothing of the kind", async () => {
      for (const signature of ["", "AAAA", "%%%", `${"A".repeat(86)}==`]) {
        expect(await isGood({ claim, signature }, publicKey)).toBe(false);
      }
      for (const key of ["", "AAAA", "%%%", `${"A".repeat(43)}=`]) {
        expect(await isGood(signed(claim), key)).toBe(false);
      }
    });
  });
}

describe("a browser without Ed25519", () => {
  afterEach(() => vi.restoreAllMocks());

  it("checks receipts all the same", async () => {
    const refusal = new DOMException("Algorithm: Unrecognized name", "NotSupportedError");
    vi.spyOn(crypto.subtle, "importKey").mockRejectedValue(refusal);
    expect(await verifiedNatively(signed(claim), publicKey)).toBeNull();
    expect(await verified(signed(claim), publicKey)).toBe(true);
    expect(await verified({ ...signed(claim), claim: { ...claim, submission: "f".repeat(32) } }, publicKey)).toBe(
      false,
    );
  });
});
