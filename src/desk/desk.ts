import type { UnlockIdentityOutcome } from "../sealing/open.ts";
import type { SignIn } from "../wire/session.ts";
import { idle } from "./idle.ts";
import type { Failure, Letterbox } from "./letterbox.ts";
import { type Desk, type DeskEvent, type LockedBecause, step } from "./lock.ts";
import type { IdentityFile, Remembered } from "./remembered-identity.ts";
import { arrange, type Shelf } from "./shelf.ts";

/** What the desk takes from the browser. */
export interface Means {
  readonly letterbox: Letterbox;
  readonly remembered: Remembered;
  /** Takes seconds on purpose: the passphrase is stretched. */
  unlock(file: Uint8Array, passphrase: string): Promise<UnlockIdentityOutcome>;
  now(): number;
  /** Draws this state before it returns: a lock must cover the screen at once. */
  show(desk: Desk): void;
}

export type UnlockProblem = "wrongPassphrase" | "broken" | "failed";

/** What people do at a desk. Nothing here is asked of a page. */
export interface Acts extends Shelf {
  readonly begin: () => Promise<void>;
  readonly signIn: (credentials: SignIn) => Promise<Failure | null>;
  readonly signOut: () => Promise<void>;
  readonly unlock: (file: IdentityFile, passphrase: string, keep: boolean) => Promise<UnlockProblem | null>;
  readonly lock: (because: LockedBecause) => void;
  readonly touched: () => void;
  /** To be called every few seconds: locks the desk that nobody uses, and ends a session whose time is over. */
  readonly tick: () => void;
}

/** Puts up a desk. All it knows is in one state, which is drawn anew with every event. */
export function putUp(means: Means): Acts {
  let desk: Desk = { kind: "starting" };
  let touchedAt = means.now();
  let visit = 0;
  const happen = (event: DeskEvent): void => {
    const next = step(desk, event);
    if (next === desk) return;
    desk = next;
    means.show(desk);
  };
  const { letterbox, remembered } = means;
  const shelf = arrange({ letterbox, now: means.now, happen, desk: () => desk });

  return {
    ...shelf,
    async begin() {
      const answer = await letterbox.session();
      happen(answer.kind === "got" ? { kind: "signedIn", session: answer.got } : signedOut("notYet"));
    },
    async signIn(credentials) {
      const answer = await letterbox.signIn(credentials);
      if (answer.kind === "failed") return answer.because;
      happen({ kind: "signedIn", session: answer.got });
      return null;
    },
    async signOut() {
      happen(signedOut("asked")); // first of all, whatever the network says
      const answer = await letterbox.signOut();
      const toldSo = answer.kind === "got" || answer.because === "notAllowed";
      if (!toldSo && desk.kind === "signedOut") happen(signedOut("notTold"));
    },
    async unlock(file, passphrase, keep) {
      const session = desk.kind === "locked" ? desk.session : null;
      const outcome = await unlocked(means, file.bytes, passphrase);
      if (outcome.kind !== "unlocked") return outcome.kind;
      if (desk.kind !== "locked" || desk.session !== session) return null; // signed out meanwhile
      if (keep) remembered.keep(file);
      touchedAt = means.now();
      visit += 1;
      happen({ kind: "unlocked", key: { identity: outcome.identity, recipient: outcome.recipient }, visit });
      void shelf.refresh();
      void shelf.checkKeys();
      return null;
    },
    lock: (because) => happen({ kind: "locked", because }),
    touched() {
      touchedAt = means.now();
      happen({ kind: "idling", idling: false });
    },
    tick() {
      if (desk.kind !== "open") return;
      const now = means.now();
      if (now >= Date.parse(desk.session.endsAt)) return happen(signedOut("ended"));
      const use = idle(touchedAt, now);
      happen(use === "lock" ? { kind: "locked", because: "idle" } : { kind: "idling", idling: use === "warn" });
    },
  };
}

const signedOut = (because: "notYet" | "asked" | "ended" | "notTold"): DeskEvent => ({ kind: "signedOut", because });

async function unlocked(means: Means, file: Uint8Array, passphrase: string) {
  try {
    return await means.unlock(file, passphrase);
  } catch {
    return { kind: "failed" } as const; // the worker did not start or ran out of memory
  }
}
