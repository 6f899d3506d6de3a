import { hash } from "node:crypto";
import type { RefusalReason } from "../wire/refusal.ts";
import type { SealedLetter, Submission } from "../wire/submission.ts";
import type { ArrivedLetter } from "./letterbox.ts";

export type Looked =
  | { readonly kind: "sound"; readonly letters: readonly ArrivedLetter[] }
  | { readonly kind: "refused"; readonly because: RefusalReason };

const ageHeader = Buffer.from("age-encryption.org/v1\n");

/**
 * Looks at a submission as far as one can without a key: every letter is for an organisation served here, is an age file
 * by its first line, and has the digest it claims. Its letters come back in one order, however they were sent.
 */
export function lookedAt(submission: Submission, served: ReadonlySet<string>): Looked {
  if (submission.letters.some((letter) => !served.has(letter.organisation)))
    return { kind: "refused", because: "unknownOrganisation" };
  const letters = unwrapped(submission.letters);
  if (!letters.every(isWhatItClaims)) return { kind: "refused", because: "malformed" };
  return { kind: "sound", letters: letters.toSorted((a, b) => (a.organisation < b.organisation ? -1 : 1)) };
}

/** All letters of a submission in one piece of memory of their own, which can be handed to the writer at once. */
function unwrapped(letters: readonly SealedLetter[]): readonly ArrivedLetter[] {
  const memory = Buffer.allocUnsafeSlow(letters.reduce((sum, { age }) => sum + Buffer.byteLength(age, "base64"), 0));
  let end = 0;
  return letters.map(({ organisation, digest, age }) => {
    const start = end;
    end += memory.write(age, start, "base64");
    return { organisation, digest, age: memory.subarray(start, end) };
  });
}

function isWhatItClaims({ age, digest }: ArrivedLetter): boolean {
  const begins = ageHeader.equals(age.subarray(0, ageHeader.length));
  return begins && hash("sha256", age) === digest;
}
