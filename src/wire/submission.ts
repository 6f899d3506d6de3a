import * as z from "zod/mini";
import { organisationId } from "./organisation.ts";

/** A SHA-256 digest in lower-case hexadecimal. */
export const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** One sealed letter: an age file for one organisation, in Base64, and the SHA-256 of its bytes before Base64. */
export const sealedLetter = z.strictObject({
  organisation: organisationId,
  digest,
  /** Base64. Its letters are not looked at one by one: they are right if what they decode to has this digest. */
  age: z.string().check(z.minLength(1)),
});
export type SealedLetter = z.infer<typeof sealedLetter>;

/** The body of `PUT /v1/submissions/{id}`: one letter per organisation, never two for the same one. */
export const submission = z.strictObject({
  version: z.literal(1),
  letters: z.array(sealedLetter).check(
    z.minLength(1),
    z.maxLength(8),
    z.refine((letters) => new Set(letters.map((letter) => letter.organisation)).size === letters.length),
  ),
});
export type Submission = z.infer<typeof submission>;

/** The largest body the endpoint reads, in bytes. A long report for three organisations is about 0.2 MiB. */
export const largestSubmissionBytes = 2 * 1024 * 1024;
