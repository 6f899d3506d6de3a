import { wordlist } from "@scure/bip39/wordlists/english.js";

const words = 6;
const bitsPerWord = 11;

/** How many random bytes `newPassphrase` takes: 66 bits of them count. Guessing one costs 46 MiB and a slow hash each. */
export const passphraseRandomBytes = words * 2;

/** Six words that a machine chose and a person can remember and type: each is told by its first four letters. */
export function newPassphrase(random: Uint8Array): string {
  const chosen = Array.from({ length: words }, (_, place) => {
    const bits = ((random[place * 2] ?? 0) << 8) | (random[place * 2 + 1] ?? 0);
    return wordlist[bits & (2 ** bitsPerWord - 1)] ?? "";
  });
  return chosen.join(" ");
}
