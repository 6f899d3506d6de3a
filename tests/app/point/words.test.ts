import * as fc from "fast-check";
import { expect, it } from "vitest";
import { newPassphrase, passphraseRandomBytes } from "../../../src/app/point/passphrase-words.ts";

const random = fc.uint8Array({ minLength: passphraseRandomBytes, maxLength: passphraseRandomBytes });

it("makes a passphrase of six words, each told by its first four letters", () => {
  void fc.assert(
    fc.property(random, (bytes) => {
      expect(newPassphrase(bytes)).toMatch(/^([a-z]{3,8} ){5}[a-z]{3,8}$/);
    }),
  );
});

it("makes every word as likely as any other", () => {
  const seen = new Set<string>();
  for (let number = 0; number < 2 ** 11; number++) {
    const bytes = new Uint8Array(passphraseRandomBytes);
    bytes[0] = number >> 8;
    bytes[1] = number & 255;
    seen.add(newPassphrase(bytes).split(" ")[0] ?? "");
  }
  expect(seen.size).toBe(2 ** 11);
});
