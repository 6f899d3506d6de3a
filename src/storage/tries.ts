/** Part of every row that a secret opens: wrong ones since the last right one, and when the next is allowed. */
export interface Tries {
  readonly tries: number;
  readonly nextTryAt: number;
}

const freeTries = 3;
const longestWaitMs = 5 * 60_000;

function waitAfter(tries: number): number {
  return tries < freeTries ? 0 : Math.min(2_000 * 2 ** (tries - freeTries), longestWaitMs);
}

/** The row after one more try. To be stored before it is tried, so that ending the program in the middle saves nobody one. */
export function withTry<R extends Tries>(row: R, now: number): R {
  const tries = row.tries + 1;
  return { ...row, tries, nextTryAt: now + waitAfter(tries) };
}

/** How long until the next try is allowed. A wait longer than any we give means that the clock was set back: it must not lock somebody out for years. */
export function waitOf({ nextTryAt }: Tries, now: number): number {
  const waitMs = nextTryAt - now;
  return waitMs > longestWaitMs ? 0 : Math.max(0, waitMs);
}
