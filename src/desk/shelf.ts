import type { WaitingLetter } from "../wire/collection.ts";
import type { Asked, Failure, Letterbox } from "./letterbox.ts";
import type { Desk, DeskEvent, OpenDesk } from "./lock.ts";
import { opened } from "./opening.ts";

interface Surroundings {
  readonly letterbox: Letterbox;
  readonly now: () => number;
  readonly happen: (event: DeskEvent) => void;
  readonly desk: () => Desk;
}

/** What is done with letters at an open desk. Each does nothing at a desk that is not open. */
export interface Shelf {
  /** Lists all letters anew. */
  readonly refresh: () => Promise<void>;
  /** Asks only for what came since. */
  readonly look: () => Promise<void>;
  readonly checkKeys: () => Promise<void>;
  /** Shows a letter, opening it first where that was not done. One that can be read is acknowledged: no longer new. */
  readonly choose: (submission: string) => Promise<void>;
  readonly putAway: () => void;
}

export function arrange({ letterbox, now, happen, desk }: Surroundings): Shelf {
  const listFrom = async (after: number, { visit }: OpenDesk) => {
    happen({ kind: "listing", visit });
    const answer = await everyPage(letterbox, after);
    if (answer.kind === "got") happen({ kind: "listed", letters: answer.got, visit });
    else failed(answer.because, { kind: "notListed", because: answer.because, visit });
  };
  const failed = (because: Failure, event: DeskEvent) =>
    happen(because === "notAllowed" ? { kind: "signedOut", because: "ended" } : event);
  const whenOpen = async (act: (open: OpenDesk) => Promise<void>): Promise<void> => {
    const before = desk();
    if (before.kind === "open") await act(before);
  };

  const openLetter = async (listed: WaitingLetter, { visit, key }: OpenDesk) => {
    const { submission } = listed;
    happen({ kind: "opened", submission, opened: { kind: "opening" }, visit });
    const answer = await letterbox.letter(submission);
    if (answer.kind === "failed") {
      const notFetched = { kind: "notFetched", because: answer.because } as const;
      return failed(answer.because, { kind: "opened", submission, opened: notFetched, visit });
    }
    const outcome = await opened(answer.got, listed, key.identity);
    happen({ kind: "opened", submission, opened: outcome, visit });
    if (outcome.kind === "read") await acknowledge(listed, visit);
  };

  const acknowledge = async ({ submission, acknowledgedAt }: WaitingLetter, visit: number) => {
    if (acknowledgedAt !== null) return;
    const answer = await letterbox.acknowledge(submission);
    if (answer.kind === "got") happen({ kind: "acknowledged", submission, at: new Date(now()).toISOString(), visit });
  };

  return {
    refresh: () => whenOpen((open) => listFrom(0, open)),
    look: () => whenOpen((open) => listFrom(open.letters[0]?.cursor ?? 0, open)),
    checkKeys: () =>
      whenOpen(async ({ visit, session }) => {
        const answer = await letterbox.keys();
        const recipients = answer.kind === "got" ? answer.got.organisations[session.organisation]?.recipients : null;
        if (recipients) happen({ kind: "pinned", recipients, visit });
      }),
    choose: (submission) =>
      whenOpen(async (open) => {
        happen({ kind: "chosen", submission });
        const listed = open.letters.find((letter) => letter.submission === submission);
        const known = open.opened.get(submission);
        if (!listed || known?.kind === "opening") return;
        if (known?.kind === "read")
          await acknowledge(listed, open.visit); // it may have failed before
        else await openLetter(listed, open); // what was damaged may have been so only on its way
      }),
    putAway: () => happen({ kind: "chosen", submission: null }),
  };
}

/** Every letter after a cursor, page by page. */
async function everyPage(letterbox: Letterbox, after: number): Promise<Asked<readonly WaitingLetter[]>> {
  const letters: WaitingLetter[] = [];
  for (let next: number | null = after; next !== null; ) {
    const answer: Awaited<ReturnType<Letterbox["letters"]>> = await letterbox.letters(next);
    if (answer.kind === "failed") return answer;
    letters.push(...answer.got.letters);
    next = answer.got.next !== null && answer.got.next > next ? answer.got.next : null;
  }
  return { kind: "got", got: letters };
}
