import type { TabletList } from "../wire/coordination.ts";
import type { ConnectPoint, EnrolmentRefusal } from "../wire/enrolment.ts";

/** An enrolment code as it is kept: what the code itself was is known to nobody. */
export interface KeptCode {
  readonly hash: Uint8Array;
  readonly point: string;
  readonly madeAt: string;
  readonly expiresAt: string;
}

/** A tablet that asks to be let in with a code. */
export interface Applicant {
  readonly codeHash: Uint8Array;
  readonly tokenHash: Uint8Array;
  /** The name it gets, if it is let in for the first time. */
  readonly tablet: string;
  readonly at: string;
}

/** A tablet that counts, and its point as it is now. */
export interface KnownTablet {
  readonly tablet: string;
  readonly point: ConnectPoint;
}

/** Asked again with the same code and the same token, the answer is the same. A refused code is as good as before. */
export type Enrolling =
  | ({ readonly kind: "enrolled" } & KnownTablet)
  | { readonly kind: "refused"; readonly because: EnrolmentRefusal }
  /** Another enrolment has this token already. A tablet makes a new one for each code. */
  | { readonly kind: "tokenTaken" };

/** What became of a wish to change a token: a tablet that is unknown or revoked has none to change. */
export type TokenChange = "changed" | "unknownTablet" | "tokenTaken";

export type PointEventWord = "added" | "changed" | "codeMade" | "enrolled" | "tokenChanged" | "revoked";

/** Something that happened to a Connect point. It names no person, and no report. */
export interface PointEvent {
  readonly at: string;
  readonly point: string;
  readonly tablet: string | null;
  readonly event: PointEventWord;
}

export type EnrolledTablet = TabletList["tablets"][number];

/** A token that somebody looks after Connect points with, as far as it may be shown again. */
export interface Coordinator {
  /** Names it on the command line; it opens nothing. */
  readonly id: string;
  readonly madeAt: string;
}

/** Connect points, their codes and tablets, and what happened to them. */
export interface PointRecords {
  /** Makes the point, or makes it what is told. */
  putPoint(point: ConnectPoint, at: string): Promise<void>;
  points(): Promise<readonly ConnectPoint[]>;
  point(id: string): Promise<ConnectPoint | null>;
  /** What happened to it, oldest first. */
  events(point: string): Promise<readonly PointEvent[]>;
  /** False when there is no such point. */
  addCode(code: KeptCode): Promise<boolean>;
  /** Lets a tablet in for a code, which is good for one tablet. Of many that ask at once, one is let in. */
  enrol(applicant: Applicant): Promise<Enrolling>;
  /** Those enrolled first first, with those that were revoked. */
  tablets(point: string): Promise<readonly EnrolledTablet[]>;
  /** False when the point has no such tablet. Revoked once is revoked for ever; the first time counts. */
  revokeTablet(point: string, tablet: string, at: string): Promise<boolean>;
}

/** What tablets are known by. */
export interface TabletTokens {
  /** The tablet that a token speaks for; `null` when it is unknown or revoked. The first use of a new token ends the old. */
  tabletOf(tokenHash: Uint8Array, at: string): Promise<KnownTablet | null>;
  /** From now on the new token counts too. Safe to repeat, with the old one or the new one. */
  changeToken(tokenHash: Uint8Array, newHash: Uint8Array, at: string): Promise<TokenChange>;
}

/** Who may look after Connect points from afar. */
export interface Coordinators {
  addCoordinator(coordinator: Coordinator, hash: Uint8Array): Promise<void>;
  coordinators(): Promise<readonly Coordinator[]>;
  /** False when there was no such token. */
  revokeCoordinator(id: string): Promise<boolean>;
  isCoordinator(hash: Uint8Array): Promise<boolean>;
}

/** Secrets are handed in and kept as hashes only. Every store passes `tests/endpoint/points-contract.ts`. */
export interface Points extends PointRecords, TabletTokens, Coordinators {
  close(): Promise<void>;
}
