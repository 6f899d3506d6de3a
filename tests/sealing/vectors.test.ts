import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { open, unlockIdentity } from "../../src/sealing/open.ts";
import { stanzaCount } from "../../src/sealing/seal.ts";

interface Vectors {
  letters: { file: string; made: string; identities: string[]; text: string }[];
  lockedIdentity: { file: string; passphrase: string; identity: string; recipient: string };
}

const bytesOf = (file: string) => new Uint8Array(readFileSync(new URL(`../vectors/${file}`, import.meta.url)));
const vectors: Vectors = JSON.parse(new TextDecoder().decode(bytesOf("vectors.json")));

describe("letters sealed by earlier versions", () => {
  for (const { file, made, identities, text } of vectors.letters) {
    it(`opens ${file} (${made}) with each of its identities`, async () => {
      expect(stanzaCount(bytesOf(file))).toBe(identities.length);
      for (const identity of identities) {
        const outcome = await open(bytesOf(file), identity);
        expect(outcome.kind).toBe("opened");
        if (outcome.kind === "opened") expect(new TextDecoder().decode(outcome.plaintext).trimEnd()).toBe(text);
      }
    });
  }

  it("unlocks an organisation's identity that an earlier version locked", async () => {
    const { file, passphrase, identity, recipient } = vectors.lockedIdentity;
    expect(await unlockIdentity(bytesOf(file), passphrase)).toEqual({ kind: "unlocked", identity, recipient });
  });
});
