import * as z from "zod/mini";
import { cameFrom } from "./enrolment.ts";
import { organisationId } from "./organisation.ts";
import { digest } from "./submission.ts";
import { submissionId } from "./submission-id.ts";

/** One letter as its organisation lists it, before it is fetched or opened. */
export const waitingLetter = z.strictObject({
  /** Grows with every letter received; pass the last one back as `after` to see only what is new. */
  cursor: z.int().check(z.positive()),
  submission: submissionId,
  organisation: organisationId,
  digest,
  bytes: z.int().check(z.positive()),
  receivedAt: z.iso.datetime(),
  /** The Connect point whose tablet handed it over, under the name it had then; `null` when it was no such tablet. */
  from: z.nullable(cameFrom),
  /** When the organisation first said that it holds the letter, if it has. */
  acknowledgedAt: z.nullable(z.iso.datetime()),
});
export type WaitingLetter = z.infer<typeof waitingLetter>;

/** The answer of `GET /v1/letters?after={cursor}&limit={1..500}`: oldest first; `next` is null at the end. */
export const letterList = z.strictObject({
  letters: z.array(waitingLetter),
  next: z.nullable(z.int().check(z.positive())),
});
export type LetterList = z.infer<typeof letterList>;
