import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { open } from "../../src/sealing/open.ts";
import { digestOf, padded, type SealRefusal, seal, stanzaCount } from "../../src/sealing/seal.ts";
import { organisationKeys, postQuantumKeys } from "./keys.ts";

const [inUse, offlineCopy] = await organisationKeys();
const [newInUse, newOfflineCopy] = await postQuantumKeys();
const both = [inUse.recipient, offlineCopy.recipient];
const letter = padded('{"format":"connect-letter"}');

describe("sealing a letter", () => {
  it("F35: refuses to seal for nobody, for one key alone, or for what is no key, and writes no file", async () => {
    const misspelt = offlineCopy.recipient.replace(/.$/, (last) => (last === "q" ? "p" : "q"));
    const cases: [string[], SealRefusal][] = [
      [[], "noRecipients"],
      [[inUse.recipient], "tooFewRecipients"],
      [[inUse.recipient, inUse.recipient], "tooFewRecipients"],
      [[inUse.recipient, newInUse.recipient], "mixedKinds"],
      [[inUse.recipient, ""], "notARecipient"],
      [[inUse.recipient, "police"], "notARecipient"],
      [[inUse.recipient, inUse.identity], "notARecipient"],
      [[inUse.recipient, misspelt], "notARecipient"],
      [[inUse.recipient, offlineCopy.recipient.toUpperCase()], "notARecipient"],
      [[inUse.recipient, "age1tag1qt8lw0ual6avlwmwatk888yqnmdamm7xfd0wak53ut6elz5c4swx2yqdj4e"], "notARecipient"],
    ];
    for (const [recipients, because] of cases) {
      expect(await seal(letter, recipients)).toEqual({ kind: "refused", because });
    }
  });

  it("names every recipient in the file, and tells the digest of exactly these bytes", async () => {
    const outcome = await seal(letter, both);
    if (outcome.kind !== "sealed") throw new Error(outcome.because);
    expect(stanzaCount(outcome.bytes)).toBe(2);
    expect(outcome.digest).toBe(await digestOf(outcome.bytes));
    expect(outcome.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it("lets the organisation open it with the key in use and with the offline copy, and nobody else", async () => {
    const outcome = await seal(letter, both);
    if (outcome.kind !== "sealed") throw new Error(outcome.because);
    for (const { identity } of [inUse, offlineCopy]) {
      expect(await open(outcome.bytes, identity)).toEqual({ kind: "opened", plaintext: new Uint8Array(letter) });
    }
    const [stranger] = await organisationKeys();
    expect(await open(outcome.bytes, stranger.identity)).toEqual({ kind: "wrongKey" });
  });

  it("seals for post-quantum keys as well", async () => {
    const outcome = await seal(letter, [newInUse.recipient, newOfflineCopy.recipient]);
    if (outcome.kind !== "sealed") throw new Error(outcome.because);
    expect((await open(outcome.bytes, newOfflineCopy.identity)).kind).toBe("opened");
  });

  it("gives every text back as it was written, whatever it holds", async () => {
    const anyText = fc.string({ unit: "binary", maxLength: 3_000 }).map((text) => JSON.stringify(text.toWellFormed()));
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const outcome = await seal(padded(text), both);
        if (outcome.kind !== "sealed") throw new Error(outcome.because);
        const opened = await open(outcome.bytes, inUse.identity);
        if (opened.kind !== "opened") throw new Error(opened.kind);
        expect(JSON.parse(new TextDecoder().decode(opened.plaintext))).toBe(JSON.parse(text));
      }),
      { numRuns: 50 },
    );
  });
});

describe("padding a letter", () => {
  it("gives reports of about the same length exactly the same size", () => {
    expect(padded("{}").length).toBe(2048);
    expect(padded("x".repeat(2048)).length).toBe(2048);
    expect(padded("x".repeat(2049)).length).toBe(4096);
    expect(padded("x".repeat(40_000)).length).toBe(65_536);
    expect(padded("x".repeat(65_537)).length).toBe(131_072);
  });

  it("keeps the text and adds nothing but spaces", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 5_000 }), (text) => {
        const decoded = new TextDecoder("utf-8", { ignoreBOM: true }).decode(padded(text));
        expect(decoded.startsWith(text.toWellFormed())).toBe(true);
        expect(decoded.slice(text.length).trim()).toBe("");
      }),
    );
  });
});

describe("counting the recipients of a file", () => {
  it("finds none in what is no age file", () => {
    for (const text of ["", "<html>", "age-encryption.org/v1\n-> X25519 abc\n", "age-encryption.org/v2\n--- mac\n"]) {
      expect(stanzaCount(new TextEncoder().encode(text))).toBeNull();
    }
  });

  it("sees that a file for nobody is for nobody", () => {
    expect(stanzaCount(new TextEncoder().encode("age-encryption.org/v1\n--- mac\n"))).toBe(0);
  });
});
