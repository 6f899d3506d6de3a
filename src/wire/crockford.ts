/** Crockford's Base32: no I, L, O or U, so that what is read aloud or from paper is what was meant. */
export const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** What was typed, in the letters of `crockford`: without gaps, in capitals, O as 0, I and L as 1, digits of any script. */
export function asCrockford(typed: string): string {
  const letters = withPlainDigits(typed).replaceAll(/[\s-]/g, "").toUpperCase();
  return letters.replaceAll("O", "0").replaceAll(/[IL]/g, "1");
}

/** Arabic, Persian, Devanagari and other digits as 0 to 9: keyboards offer them, and a person means the same. */
export function withPlainDigits(typed: string): string {
  return typed.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let value = 0;
    while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++;
    return String(value);
  });
}
