import type { SaveOutcome } from "./drafts.ts";

export interface SaverMeans {
  readonly save: (text: string) => Promise<SaveOutcome>;
  /** Told after every save. */
  readonly onOutcome: (outcome: SaveOutcome) => void;
  /** A clock that never goes back, in ms. */
  readonly now: () => number;
  readonly setTimer: (work: () => void, afterMs: number) => number;
  readonly clearTimer: (timer: number) => void;
}

export interface DraftSaver {
  /** Cheap: call it in the input event. The text is asked for later, when it is saved. */
  changed(text: () => string): void;
  /** Saves what is not saved yet, now, and waits for it. Null when there is nothing to save. */
  flush(): Promise<SaveOutcome | null>;
  /** Saves nothing any more. */
  stop(): void;
}

const pauseMs = 400;
const longestMs = 2_000;

/** Saves 400 ms after the last change and never later than 2 s after the first; one save at a time, in order. */
export function draftSaver(means: SaverMeans): DraftSaver {
  let pending: { text: () => string; since: number } | null = null;
  let timer: number | null = null;
  let running: Promise<SaveOutcome | null> | null = null;
  let stopped = false;

  function stopTimer(): void {
    if (timer !== null) means.clearTimer(timer);
    timer = null;
  }
  async function saveNow(): Promise<SaveOutcome | null> {
    stopTimer();
    if (pending === null || stopped) return null;
    const change = pending;
    pending = null;
    const outcome = await means.save(change.text());
    // Not stored: the next change tries again, and so does a flush.
    if (outcome.kind === "full" || outcome.kind === "failed") pending ??= stopped ? null : change;
    means.onOutcome(outcome);
    return outcome;
  }
  /** After the save that is under way; its outcome counts when nothing came in since. */
  function saveInTurn(): Promise<SaveOutcome | null> {
    const before = running ?? Promise.resolve(null);
    const mine = before.then(async (last) => (await saveNow()) ?? last);
    running = mine;
    const done = () => {
      if (running === mine) running = null;
    };
    mine.then(done, done);
    return mine;
  }
  return {
    changed(text) {
      if (stopped) return;
      pending = { text, since: pending?.since ?? means.now() };
      stopTimer();
      const leftMs = pending.since + longestMs - means.now();
      timer = means.setTimer(() => void saveInTurn(), Math.max(0, Math.min(pauseMs, leftMs)));
    },
    flush: saveInTurn,
    stop() {
      stopped = true;
      pending = null;
      stopTimer();
    },
  };
}
