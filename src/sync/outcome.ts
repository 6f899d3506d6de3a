import * as z from "zod/mini";
import { type Receipt, receipt } from "../wire/receipt.ts";
import { type RefusalReason, refusal } from "../wire/refusal.ts";
import { type Backoff, dueAfter } from "./backoff.ts";

/** What came back for a submission, before anything of it is believed. */
export type Reply =
  /** No answer, or one cut short: the network, a redirect, a timeout. */
  | { readonly kind: "none" }
  | {
      readonly kind: "answered";
      readonly status: number;
      /** The body, if it was JSON of a sensible size. */
      readonly body: unknown;
      readonly retryAfter: string | null;
      /** The `Date` header: the clock that a date in `retryAfter` speaks of. */
      readonly date: string | null;
    };

/** Why a report is tried again later. */
export type WaitingReason = "new" | "unreachable" | "notTheEndpoint" | "busy" | "tooMany" | "badReceipt";

/** Why a report needs a person before it is tried again. */
export type HeldReason =
  | "malformed"
  | "tooLarge"
  | "unsupported"
  | "unknownOrganisation"
  | "differentBytes"
  | "notAllowed"
  | "damaged";

export type Step =
  | { readonly kind: "waiting"; readonly attempt: number; readonly dueAt: number; readonly because: WaitingReason }
  | { readonly kind: "held"; readonly because: HeldReason }
  | { readonly kind: "received"; readonly receipt: Receipt };

/** What the one right receipt must say. */
export interface Expectations {
  readonly submission: string;
  readonly letters: readonly { readonly organisation: string; readonly digest: string }[];
  /** Whether the signature of the receipt in this reply, if it has one (`receiptIn`), is by the endpoint's pinned key. */
  readonly verified: boolean;
}

/** How often it was tried before this time, a number from 0 to 1 by chance, and the device's clock, right or wrong. */
export type Circumstances = Omit<Backoff, "retryAfter" | "date">;

/** The receipt in a reply, not yet verified; null when there is none. */
export function receiptIn(reply: Reply): Receipt | null {
  return reply.kind === "answered" && reply.status === 200 ? (receipt.safeParse(reply.body).data ?? null) : null;
}

/** The endpoint itself says, in its own words, that it does not take this token. A proxy's 401 says nothing. */
export function isRefusedToken(reply: Reply): boolean {
  if (reply.kind !== "answered" || reply.status !== 401) return false;
  return refusal.safeParse(reply.body).data?.refusal === "notAllowed";
}

/**
 * What happens to a report after one attempt to send it. Only a receipt that verifies, for exactly these letters, ends
 * its way; whatever else comes back, the report stays.
 */
export function nextStep(reply: Reply, expected: Expectations, circumstances: Circumstances): Step {
  const verdict = reply.kind === "none" ? "unreachable" : verdictOn(reply, expected, circumstances.attempt);
  if (typeof verdict !== "string") return verdict;
  const asked = reply.kind === "none" ? { retryAfter: null, date: null } : reply;
  const dueAt = dueAfter({ ...circumstances, retryAfter: asked.retryAfter, date: asked.date });
  return { kind: "waiting", attempt: circumstances.attempt + 1, dueAt, because: verdict };
}

type Answer = Extract<Reply, { kind: "answered" }>;
type Verdict = WaitingReason | Exclude<Step, { kind: "waiting" }>;

function verdictOn(answer: Answer, expected: Expectations, attempt: number): Verdict {
  if (answer.status === 200) return verdictOnReceipt(answer, expected);
  const told = refusal.safeParse(answer.body);
  if (told.success) return verdictOnRefusal(told.data.refusal);
  return verdictOnStatus(answer.status, attempt);
}

function verdictOnReceipt(answer: Answer, expected: Expectations): Verdict {
  const found = receiptIn(answer);
  if (found === null) return looksLikeReceipt(answer.body) ? "badReceipt" : "notTheEndpoint";
  return expected.verified && isFor(found, expected) ? { kind: "received", receipt: found } : "badReceipt";
}

/** A receipt of another version, or a clumsy forgery: something worth telling, unlike a café's sign-in page. */
function looksLikeReceipt(body: unknown): boolean {
  return z.looseObject({ claim: z.unknown(), signature: z.unknown() }).safeParse(body).success;
}

function isFor({ claim }: Receipt, { submission, letters }: Expectations): boolean {
  const line = (letter: { readonly organisation: string; readonly digest: string }) =>
    `${letter.organisation} ${letter.digest}`;
  const held = claim.letters.map(line).sort().join("\n");
  return claim.submission === submission && held === letters.map(line).sort().join("\n");
}

function verdictOnRefusal(reason: RefusalReason): Verdict {
  switch (reason) {
    case "malformed":
    case "notAllowed":
    case "unknownOrganisation":
    case "differentBytes":
    case "tooLarge":
    case "unsupported":
      return { kind: "held", because: reason };
    case "tooMany":
    case "busy":
      return reason;
    case "notFound":
      return "notTheEndpoint";
  }
}

/** From here on somebody in between may speak for the endpoint: believed once it has said the same for this often. */
const believedAfterTries = 6;

/** For answers without a refusal that we know, from a proxy, a captive portal or a badly set up server. */
function verdictOnStatus(status: number, attempt: number): Verdict {
  if (status === 413) return { kind: "held", because: "tooLarge" };
  if (status === 415) return { kind: "held", because: "unsupported" };
  if (status === 429) return "tooMany";
  if (status >= 500 || status === 408 || status === 409 || status === 425) return "busy";
  const refused = attempt + 1 >= believedAfterTries;
  if (refused && (status === 401 || status === 403)) return { kind: "held", because: "notAllowed" };
  if (refused && (status === 400 || status === 422)) return { kind: "held", because: "malformed" };
  return "notTheEndpoint";
}
