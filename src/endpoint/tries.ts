/** What is remembered of failed tries for one account. */
export interface Tries {
  readonly failed: number;
  readonly lastAt: number;
}

const free = 5;
const longestWaitMs = 60_000;

/** How long this account must be left alone yet: nothing for five tries, then a second, doubling up to a minute. */
export function waitMs(tries: Tries | undefined, now: number): number {
  if (tries === undefined || tries.failed < free) return 0;
  const pause = Math.min(1000 * 2 ** (tries.failed - free), longestWaitMs);
  return Math.max(0, tries.lastAt + pause - now);
}

const mostNames = 10_000;

/**
 * Counts tries by name, whether or not somebody has that name, so that the answer tells nobody who exists. In memory:
 * a restart forgives. A try counts as failed from its beginning, so that many at once gain nothing.
 */
export function tryCounter(now: () => number) {
  const byName = new Map<string, Tries>();
  return {
    waitMs: (name: string): number => waitMs(byName.get(name), now()),
    begun(name: string): void {
      const failed = (byName.get(name)?.failed ?? 0) + 1;
      byName.delete(name); // to the end of the queue: whoever was tried longest ago is forgotten first
      byName.set(name, { failed, lastAt: now() });
      const oldest = byName.keys().next();
      if (byName.size > mostNames && !oldest.done) byName.delete(oldest.value);
    },
    succeeded: (name: string): void => void byName.delete(name),
  };
}
