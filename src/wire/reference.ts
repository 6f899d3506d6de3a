import { asCrockford, crockford } from "./crockford.ts";

/**
 * What a person writes down or reads aloud for a submission: the first 50 bits of its id in Crockford's Base32,
 * as `ABCDE-FGHJK`. It finds a report at a desk; it opens nothing.
 */
export function referenceOf(id: string): string {
  let bits = BigInt(`0x${id.slice(0, 13)}`) >> 2n;
  let text = "";
  for (let place = 0; place < 10; place++) {
    text = crockford.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

/** The reference in what somebody typed: small letters, other gaps, O for 0, I or L for 1. Null when there is none. */
export function referenceIn(typed: string): string | null {
  const letters = asCrockford(typed);
  const fits = letters.length === 10 && [...letters].every((letter) => crockford.includes(letter));
  return fits ? `${letters.slice(0, 5)}-${letters.slice(5)}` : null;
}
