import * as z from "zod/mini";
import { organisationId } from "./organisation.ts";
import { digest } from "./submission.ts";
import { submissionId } from "./submission-id.ts";

/** What the endpoint promises to hold: these digests for these organisations, since this moment of its own clock. */
export const receiptClaim = z.strictObject({
  version: z.literal(1),
  submission: submissionId,
  letters: z.array(z.strictObject({ organisation: organisationId, digest })).check(z.minLength(1)),
  receivedAt: z.iso.datetime(),
});
export type ReceiptClaim = z.infer<typeof receiptClaim>;

/** A claim with its Ed25519 signature in Base64 (64 bytes) over `signedText`, in UTF-8. */
export const receipt = z.strictObject({
  claim: receiptClaim,
  signature: z.string().check(z.regex(/^[A-Za-z0-9+/]{86}==$/)),
});
export type Receipt = z.infer<typeof receipt>;

/** The exact text that the endpoint signs: the same claim gives the same text in whatever order its letters stand. */
export function signedText(claim: ReceiptClaim): string {
  const letters = claim.letters.map((letter) => `${letter.organisation} ${letter.digest}`).sort();
  return ["connect-receipt-1", claim.submission, ...letters, claim.receivedAt, ""].join("\n");
}
