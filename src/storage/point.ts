import type { ConnectPoint } from "../wire/enrolment.ts";

/** That this device is a Connect point's tablet. Nothing in it is secret from workers, and the token can be revoked. */
export interface Enrolment {
  /** Names the tablet on the endpoint's list; opens nothing. */
  readonly tablet: string;
  readonly token: string;
  /** A token that the endpoint was told of and may not know yet. */
  readonly nextToken: string | null;
  /** When the token was changed last; absent until then. */
  readonly tokenSince?: number | undefined;
  readonly point: ConnectPoint;
  readonly enrolledAt: number;
  /** When the endpoint last answered this tablet. */
  readonly contactAt: number | null;
  /** The endpoint refuses the token: a coordinator must enrol the tablet again. */
  readonly revoked: boolean;
}

export type PointWrite =
  | { readonly kind: "done" }
  | { readonly kind: "full" }
  /** The device did not take it, or the enrolment is not (or no longer) the one that was meant. Nothing was written. */
  | { readonly kind: "failed" };

/** Needs no key: a tablet sends while it is locked. */
export interface PointStore {
  /** Null on a device that is no tablet. */
  enrolment(): Promise<Enrolment | null>;
  /** Keeps a new enrolment (also a second one after a revocation) and lets reports held as `notAllowed` wait to be sent again. */
  enrol(enrolment: Enrolment): Promise<PointWrite>;
  /**
   * Changes parts of it: what a contact taught (point, contactAt, revoked), or the token's rotation. With `whileToken`
   * only if that is still the token, so that a late answer to an old one says nothing about a new enrolment.
   */
  learn(change: Partial<Omit<Enrolment, "enrolledAt">>, whileToken?: string): Promise<PointWrite>;
  /** A token made before an enrolment is asked for, kept so that asking again uses the same one. Cleared by `enrol`. Null when it cannot be kept. */
  tokenToAskWith(): Promise<string | null>;
}
