/** Crockford's Base32: no I, L, O or U, so that what is read aloud or from paper is what was meant. */
export const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
