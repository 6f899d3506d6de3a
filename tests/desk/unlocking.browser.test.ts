import { Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { describe, expect, it } from "vitest";
import { unlockIn } from "../../src/desk/unlocking.ts";
import { passphraseOf } from "../../src/wire/passphrase.ts";

const unlock = unlockIn(
  () => new Worker(new URL("../../src/desk/unlocking-worker.ts", import.meta.url), { type: "module" }),
);

async function locked(content: string, passphrase: string): Promise<Uint8Array> {
  const closing = new Encrypter();
  closing.setScryptWorkFactor(2);
  closing.setPassphrase(passphrase);
  return closing.encrypt(content);
}

const printed = passphraseOf(crypto.getRandomValues(new Uint8Array(15)));

describe("unlocking an identity, away from the page", () => {
  it("gives the identity and its recipient", async () => {
    const identity = await generateX25519Identity();
    const file = await locked(`# made for a test\n${identity}\n`, "correct horse");
    const recipient = await identityToRecipient(identity);
    expect(await unlock(file, "correct horse")).toEqual({ kind: "unlocked", identity, recipient });
  });

  it("takes a printed passphrase however it was typed", async () => {
    const file = await locked(`${await generateX25519Identity()}\n`, printed);
    const typed = printed.toLowerCase().replaceAll("-", " ");
    expect(await unlock(file, typed)).toMatchObject({ kind: "unlocked" });
  });

  it("takes a passphrase that only looks like a printed one as it is", async () => {
    const chosen = "tramhedgesparrowwettable";
    const file = await locked(`${await generateX25519Identity()}\n`, chosen);
    expect(await unlock(file, chosen)).toMatchObject({ kind: "unlocked" });
  });

  it("says that a passphrase is wrong, and that a file is no identity", async () => {
    const identity = await generateX25519Identity();
    expect(await unlock(await locked(`${identity}\n`, "right"), "wrong")).toEqual({ kind: "wrongPassphrase" });
    expect(await unlock(await locked("a shopping list", "right"), "right")).toEqual({ kind: "broken" });
    expect(await unlock(new TextEncoder().encode(identity), "right")).toEqual({ kind: "broken" });
  });

  it("fails in so many words when the worker cannot start", async () => {
    const nowhere = unlockIn(() => new Worker("/nowhere.js", { type: "module" }));
    await expect(nowhere(new Uint8Array(), "x")).rejects.toThrow("the unlocking worker failed");
  });
});
