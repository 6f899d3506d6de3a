import type { Answers, Consent } from "./answer.ts";

/** What one organisation may read: the plaintext of one sealed file. */
export interface Letter {
  readonly format: "connect-letter";
  readonly version: 1;
  /** The submission's id; `referenceOf` of `wire` makes the reference that people use. */
  readonly submission: string;
  readonly organisation: string;
  /** The device's own clock, which may be wrong; the receipt has the endpoint's. */
  readonly writtenAt: string;
  /** The language the person used; each own text carries its own besides. */
  readonly language: string;
  readonly depth: "short" | "full";
  /** The reference (`ABCDE-FGHJK`) of the report that this one adds to. */
  readonly addendumTo?: string;
  /** What this organisation was granted, under which version of the consent's wording. */
  readonly consent: Consent & { readonly wording: string };
  /** The version of the list of questions. */
  readonly questions: number;
  readonly answers: Answers;
}
