import { asCrockford, crockford } from "./crockford.ts";

const groups = 6;
const groupLength = 4;

/** How many random bytes `passphraseOf` takes: 120 bits, far beyond guessing even without a slow hash. */
export const passphraseBytes = (groups * groupLength * 5) / 8;

/** A passphrase that a machine makes and a person copies from paper: `7K2M-0QXD-…`, six groups of four. */
export function passphraseOf(random: Uint8Array): string {
  const bits = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const letters = Array.from({ length: groups * groupLength }, (_, place) =>
    crockford.charAt(Number((bits >> BigInt(place * 5)) & 31n)),
  );
  return grouped(letters.join(""));
}

/**
 * The printed form of a passphrase however it was typed: small letters, other gaps, O for 0, I or L for 1. Text that is
 * not of that shape, such as a passphrase somebody chose, comes back as it is.
 */
export function asPrinted(typed: string): string {
  const letters = asCrockford(typed);
  const printed = letters.length === groups * groupLength && [...letters].every((letter) => crockford.includes(letter));
  return printed ? grouped(letters) : typed;
}

function grouped(letters: string): string {
  return (letters.match(/.{4}/g) ?? []).join("-");
}
