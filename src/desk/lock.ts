import type { WaitingLetter } from "../wire/collection.ts";
import type { DeskSession } from "../wire/session.ts";
import type { Failure } from "./letterbox.ts";
import type { Opened } from "./opening.ts";

/** An organisation's unlocked identity. It lives in an open desk and nowhere else. */
export interface Key {
  readonly identity: string;
  readonly recipient: string;
}

/** What lies on an open desk. Letters by submission; newest first in `letters`. */
export interface OpenDesk {
  readonly kind: "open";
  readonly session: DeskSession;
  readonly key: Key;
  /** Grows with each unlocking, so that what was asked before a lock is not let in after it. */
  readonly visit: number;
  readonly letters: readonly WaitingLetter[];
  readonly listing: "listing" | "listed" | Failure;
  readonly opened: ReadonlyMap<string, Opened>;
  readonly reading: string | null;
  /** The organisation's recipients as the endpoint gives them; `null` until they came, or when they did not. */
  readonly pinned: readonly string[] | null;
  /** Nobody touched the desk for long: it says that it will lock. */
  readonly idling: boolean;
}

export type SignedOutBecause = "notYet" | "asked" | "ended" | "notTold";
export type LockedBecause = "justSignedIn" | "asked" | "idle" | "left";

/** The desk is exactly one of these. Only an open one holds a key or a word of a letter. */
export type Desk =
  | { readonly kind: "starting" }
  | { readonly kind: "signedOut"; readonly because: SignedOutBecause }
  | { readonly kind: "locked"; readonly session: DeskSession; readonly because: LockedBecause }
  | OpenDesk;

export type DeskEvent =
  | { readonly kind: "signedIn"; readonly session: DeskSession }
  | { readonly kind: "signedOut"; readonly because: SignedOutBecause }
  | { readonly kind: "locked"; readonly because: LockedBecause }
  | { readonly kind: "unlocked"; readonly key: Key; readonly visit: number }
  | { readonly kind: "idling"; readonly idling: boolean }
  | { readonly kind: "chosen"; readonly submission: string | null }
  | ({ readonly visit: number } & Arrival);

/** What arrives for an open desk, perhaps after it was locked. */
type Arrival =
  | { readonly kind: "listing" }
  | { readonly kind: "listed"; readonly letters: readonly WaitingLetter[] }
  | { readonly kind: "notListed"; readonly because: Failure }
  | { readonly kind: "pinned"; readonly recipients: readonly string[] }
  | { readonly kind: "opened"; readonly submission: string; readonly opened: Opened }
  | { readonly kind: "acknowledged"; readonly submission: string; readonly at: string };

/** What becomes of the desk. An event that does not fit its state, or comes too late, leaves it as it is. */
export function step(desk: Desk, event: DeskEvent): Desk {
  switch (event.kind) {
    case "signedIn":
      return { kind: "locked", session: event.session, because: "justSignedIn" };
    case "signedOut":
      return { kind: "signedOut", because: event.because };
    case "locked":
      return desk.kind === "open" ? { kind: "locked", session: desk.session, because: event.because } : desk;
    case "unlocked":
      return desk.kind === "locked" ? emptyDesk(desk.session, event.key, event.visit) : desk;
    case "idling":
      return desk.kind === "open" && desk.idling !== event.idling ? { ...desk, idling: event.idling } : desk;
    case "chosen":
      return desk.kind === "open" ? { ...desk, reading: event.submission } : desk;
    case "listing":
    case "listed":
    case "notListed":
    case "pinned":
    case "opened":
    case "acknowledged":
      return desk.kind === "open" && desk.visit === event.visit ? arrived(desk, event) : desk;
  }
}

function emptyDesk(session: DeskSession, key: Key, visit: number): OpenDesk {
  const shelf = { letters: [], listing: "listing", opened: new Map(), reading: null } as const;
  return { kind: "open", session, key, visit, ...shelf, pinned: null, idling: false };
}

function arrived(desk: OpenDesk, event: Arrival): OpenDesk {
  switch (event.kind) {
    case "listing":
      return { ...desk, listing: "listing" };
    case "listed":
      return { ...desk, listing: "listed", letters: newestFirst(desk.letters, event.letters) };
    case "notListed":
      return { ...desk, listing: event.because };
    case "pinned":
      return { ...desk, pinned: event.recipients };
    case "opened":
      return { ...desk, opened: new Map(desk.opened).set(event.submission, event.opened) };
    case "acknowledged":
      return { ...desk, letters: desk.letters.map((letter) => acknowledged(letter, event.submission, event.at)) };
  }
}

function acknowledged(letter: WaitingLetter, submission: string, at: string): WaitingLetter {
  const isIt = letter.submission === submission && letter.acknowledgedAt === null;
  return isIt ? { ...letter, acknowledgedAt: at } : letter;
}

/** What came now counts more than what was known; a letter of the list never disappears from it. */
function newestFirst(known: readonly WaitingLetter[], more: readonly WaitingLetter[]): readonly WaitingLetter[] {
  const bySubmission = new Map([...known, ...more].map((letter) => [letter.submission, letter]));
  return [...bySubmission.values()].sort((one, other) => other.cursor - one.cursor);
}
