import { Encrypter } from "age-encryption";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprintOf, open, unlockIdentity } from "../../src/sealing/open.ts";
import { padded, seal } from "../../src/sealing/seal.ts";
import { organisationKeys } from "./keys.ts";

const [inUse, offlineCopy] = await organisationKeys();
const sealed = await seal(padded('{"canary":"heron"}'.repeat(6_000)), [inUse.recipient, offlineCopy.recipient]);
const file = sealed.kind === "sealed" ? sealed.bytes : new Uint8Array();

describe("a letter that arrived damaged", () => {
  it("F38: shows nothing of a letter that was cut off anywhere, even between two blocks", async () => {
    const cuts = [0, 1, 21, 100, 200, file.length - 65_552, file.length - 16, file.length - 1];
    for (const cut of cuts) {
      expect((await open(file.slice(0, cut), inUse.identity)).kind).toBe("broken");
    }
  });

  it("F38: shows nothing of a letter in which any bit was flipped", async () => {
    const place = fc.integer({ min: 0, max: file.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const flipped = file.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        expect((await open(flipped, inUse.identity)).kind).not.toBe("opened");
      }),
      { numRuns: 80 },
    );
  });

  it("F38: calls a file that is no letter broken, not a wrong key", async () => {
    const page = new TextEncoder().encode("<!doctype html><title>Sign in to the WiFi</title>");
    expect(await open(page, inUse.identity)).toEqual({ kind: "broken" });
    expect(await open(new Uint8Array(), inUse.identity)).toEqual({ kind: "broken" });
  });
});

describe("an organisation's locked identity", () => {
  const locked = async (text: string) => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase("river stone lamp");
    encrypter.setScryptWorkFactor(8);
    return encrypter.encrypt(text);
  };

  it("opens with its passphrase and tells which recipient it belongs to", async () => {
    expect(await unlockIdentity(await locked(`${inUse.identity}\n`), "river stone lamp")).toEqual({
      kind: "unlocked",
      identity: inUse.identity,
      recipient: inUse.recipient,
    });
  });

  it("says so when the passphrase is another one", async () => {
    expect(await unlockIdentity(await locked(inUse.identity), "river stone lamb")).toEqual({ kind: "wrongPassphrase" });
  });

  it("is broken when the file holds no identity, a shortened one, or is no file of this kind", async () => {
    for (const text of ["hello", inUse.identity.slice(0, -4)]) {
      expect(await unlockIdentity(await locked(text), "river stone lamp")).toEqual({ kind: "broken" });
    }
    expect(await unlockIdentity(new Uint8Array([1, 2, 3]), "river stone lamp")).toEqual({ kind: "broken" });
  });
});

it("gives a key a fingerprint that two people can compare on the telephone", () => {
  expect(fingerprintOf(inUse.recipient)).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/);
  expect(fingerprintOf(inUse.recipient)).not.toBe(fingerprintOf(offlineCopy.recipient));
  expect(fingerprintOf("age1example")).toBe(fingerprintOf("age1example"));
});
