import {
  type ConnectPoint,
  type EnrolmentRefusal,
  type EnrolmentRequest,
  enrolled,
  enrolmentRefusal,
} from "../wire/enrolment.ts";
import type { Ask } from "./ask.ts";
import type { Reply } from "./outcome.ts";

/** What the device keeps of being a Connect point's tablet. The `PointStore` of `storage` keeps it. */
export interface KeptEnrolment {
  readonly tablet: string;
  readonly token: string;
  readonly nextToken: string | null;
  readonly tokenSince?: number | undefined;
  readonly point: ConnectPoint;
  readonly enrolledAt: number;
  readonly contactAt: number | null;
  readonly revoked: boolean;
}

export interface EnrolMeans {
  readonly ask: Ask;
  readonly store: {
    /** The same one for the same enrolment, however often it is asked for; null when it cannot be kept. */
    tokenToAskWith(): Promise<string | null>;
    enrol(enrolment: KeptEnrolment): Promise<{ readonly kind: "done" | "full" | "failed" }>;
  };
  readonly now: () => number;
}

export type EnrolOutcome =
  | { readonly kind: "enrolled" }
  | { readonly kind: "refused"; readonly because: EnrolmentRefusal }
  /** No endpoint answered. Asking again with the same code is safe: if this one was enrolled, it gets the same answer. */
  | { readonly kind: "unreachable" }
  /** The endpoint asks to come again later. */
  | { readonly kind: "busy" }
  /** The device could not keep it. Asking again with the same code is safe. */
  | { readonly kind: "full" };

/** Makes this device a Connect point's tablet with a coordinator's code, in the form `enrolmentCodeIn` gives. */
export async function enrolAt(code: string, { ask, store, now }: EnrolMeans): Promise<EnrolOutcome> {
  const token = await store.tokenToAskWith();
  if (token === null) return { kind: "full" };
  const body: EnrolmentRequest = { version: 1, code, token };
  const reply = await ask({ method: "POST", path: "/v1/enrolments", token: null, body });
  const answer = answerIn(reply);
  if (answer.kind !== "taken") return answer;
  const at = now();
  const kept = { ...answer.taken, token, nextToken: null, enrolledAt: at, contactAt: at, revoked: false };
  const written = await store.enrol(kept);
  return { kind: written.kind === "done" ? "enrolled" : "full" };
}

type Answer =
  | { readonly kind: "taken"; readonly taken: { readonly tablet: string; readonly point: ConnectPoint } }
  | Extract<EnrolOutcome, { kind: "refused" | "unreachable" | "busy" }>;

/** Only the endpoint's own words count; a café's sign-in page has none of them, whatever its status. */
function answerIn(reply: Reply): Answer {
  if (reply.kind === "none") return { kind: "unreachable" };
  if (reply.status === 200) {
    const taken = enrolled.safeParse(reply.body).data;
    return taken ? { kind: "taken", taken: { tablet: taken.tablet, point: taken.point } } : { kind: "unreachable" };
  }
  const refusal = reply.status === 403 ? enrolmentRefusal.safeParse(reply.body).data?.refusal : undefined;
  if (refusal !== undefined) return { kind: "refused", because: refusal };
  return { kind: reply.status === 429 || reply.status >= 500 ? "busy" : "unreachable" };
}
