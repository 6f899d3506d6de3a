import { type Enrolled, enrolled } from "../wire/enrolment.ts";
import type { Ask } from "./ask.ts";
import type { KeptEnrolment } from "./enrolment.ts";
import { isRefusedToken, type Reply } from "./outcome.ts";

export interface ContactMeans {
  readonly ask: Ask;
  readonly store: {
    enrolment(): Promise<KeptEnrolment | null>;
    /** With `whileToken` only if that is still the token, decided as it is written. */
    learn(
      change: Partial<Omit<KeptEnrolment, "enrolledAt">>,
      whileToken: string,
    ): Promise<{ readonly kind: "done" | "full" | "failed" }>;
  };
  /** Null where there are no Web Locks: two windows in touch at the same moment are then not kept apart. */
  readonly locks: LockManager | null;
  /** False only when the device is surely without a network. */
  readonly online: () => boolean;
  readonly now: () => number;
  /** 256 random bits in base64url. */
  readonly newToken: () => string;
}

export type Contact =
  /** The endpoint knows this tablet, and what it said is kept. */
  | { readonly kind: "met" }
  /** The endpoint refuses this tablet's token: a coordinator must enrol it again. */
  | { readonly kind: "revoked" }
  /** Nothing was learnt: no network, no endpoint behind it, or another window is at it. */
  | { readonly kind: "unreached" }
  /** This device is no tablet. */
  | { readonly kind: "notEnrolled" };

/** Asks the endpoint how this tablet stands, keeps what it says, and changes the token once a month. */
export async function contact(means: ContactMeans): Promise<Contact> {
  if (means.locks === null) return inTouch(means);
  return means.locks.request("contact", { ifAvailable: true }, (lock) =>
    lock === null ? ({ kind: "unreached" } as const) : inTouch(means),
  );
}

async function inTouch(means: ContactMeans): Promise<Contact> {
  const kept = await means.store.enrolment();
  if (kept === null) return { kind: "notEnrolled" };
  if (!means.online()) return { kind: "unreached" };
  const standing = standingIn(await asked(means, kept.token));
  switch (standing.kind) {
    case "unsaid":
      return { kind: "unreached" };
    case "known":
      await means.store.learn({ ...taughtBy(standing.enrolled), contactAt: means.now(), revoked: false }, kept.token);
      await rotate(means, kept);
      return { kind: "met" };
    case "refused":
      return kept.nextToken === null ? revoked(means, kept) : withNextToken(means, kept, kept.nextToken);
  }
}

function asked({ ask }: ContactMeans, token: string): Promise<Reply> {
  return ask({ method: "GET", path: "/v1/tablet", token, body: null });
}

/** The present token is refused: the endpoint may have taken the next one, and its answer was lost. */
async function withNextToken(means: ContactMeans, kept: KeptEnrolment, nextToken: string): Promise<Contact> {
  const standing = standingIn(await asked(means, nextToken));
  switch (standing.kind) {
    case "unsaid":
      return { kind: "unreached" };
    case "refused":
      return revoked(means, kept);
    case "known": {
      const now = means.now();
      const changed = { token: nextToken, nextToken: null, tokenSince: now, contactAt: now, revoked: false };
      await means.store.learn({ ...taughtBy(standing.enrolled), ...changed }, kept.token);
      return { kind: "met" };
    }
  }
}

async function revoked({ store }: ContactMeans, { token }: KeptEnrolment): Promise<Contact> {
  await store.learn({ revoked: true }, token);
  return { kind: "revoked" };
}

/** The new token is kept before the endpoint hears of it; until it is used for the first time, the old one counts too. */
async function rotate(means: ContactMeans, kept: KeptEnrolment): Promise<void> {
  const { ask, store, now } = means;
  const token = kept.nextToken ?? (isOld(kept, now()) ? means.newToken() : null);
  if (token === null) return;
  if (kept.nextToken === null && (await store.learn({ nextToken: token }, kept.token)).kind !== "done") return;
  const reply = await ask({ method: "PUT", path: "/v1/tablet/token", token: kept.token, body: { version: 1, token } });
  if (reply.kind !== "answered" || reply.status !== 204) return; // the next contact asks again, for the same one
  await store.learn({ token, nextToken: null, tokenSince: now() }, kept.token);
}

const longestMs = 30 * 24 * 3_600_000;

/** A token from the future was written under another clock, and is as good as old. */
export function isOld({ tokenSince, enrolledAt }: Pick<KeptEnrolment, "tokenSince" | "enrolledAt">, now: number) {
  const age = now - (tokenSince ?? enrolledAt);
  return age > longestMs || age < 0;
}

type Standing =
  | { readonly kind: "known"; readonly enrolled: Enrolled }
  | { readonly kind: "refused" }
  /** No answer, or somebody else's: a captive portal, a proxy, an endpoint that is down. It changes nothing. */
  | { readonly kind: "unsaid" };

function standingIn(reply: Reply): Standing {
  if (isRefusedToken(reply)) return { kind: "refused" };
  const told = reply.kind === "answered" && reply.status === 200 ? enrolled.safeParse(reply.body).data : undefined;
  return told === undefined ? { kind: "unsaid" } : { kind: "known", enrolled: told };
}

function taughtBy({ tablet, point }: Enrolled): Pick<KeptEnrolment, "tablet" | "point"> {
  return { tablet, point };
}
