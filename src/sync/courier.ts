import { dueAfter } from "./backoff.ts";
import { deliverAll, type Round, type RoundMeans } from "./round.ts";

export interface Courier {
  /** Delivers all that is due. Calls while a round is under way share one further round after it. Never throws. */
  deliver(): Promise<Round>;
}

export interface CourierMeans extends RoundMeans {
  /** Null where there are no Web Locks; the leases of the queue then do alone. */
  readonly locks: LockManager | null;
}

const lockName = "delivery";
/** A window that sleeps in the background may keep the lock for ever. The leases still keep us apart. */
const lockPatienceMs = 10_000;
const afterTroubleMs = 60_000;

/** The page and the service worker have one each, and only one at a time is on its way. */
export function courier(means: CourierMeans): Courier {
  let underWay: Promise<Round> | null = null;
  let following: Promise<Round> | null = null;
  const round = rounds(means);
  const start = () => {
    following = null;
    underWay = round().finally(() => {
      if (following === null) underWay = null;
    });
    return underWay;
  };
  return {
    deliver() {
      if (underWay === null) return start();
      if (following === null) following = underWay.then(start, start);
      return following;
    },
  };
}

/** Rounds that were stopped one after the other come further and further apart, however many reports wait. */
function rounds(means: CourierMeans): () => Promise<Round> {
  let stoppedBefore = 0;
  return async () => {
    try {
      const { stoppedUntil, ...round } = await underLock(means.locks, (alone) => once(means, alone));
      if (stoppedUntil === null) {
        stoppedBefore = 0;
        return round;
      }
      const now = means.now();
      const calm = { attempt: stoppedBefore++, chance: means.chance(), now, retryAfter: null, date: null };
      return { ...round, againAfterMs: Math.max(stoppedUntil, dueAfter(calm)) - now };
    } catch {
      // The device's database was lost meanwhile. What was not settled is still in it.
      return { received: 0, held: 0, waiting: 0, againAfterMs: afterTroubleMs };
    }
  };
}

async function once(means: CourierMeans, alone: boolean) {
  if (alone) await means.queue.reclaim();
  return deliverAll(means);
}

async function underLock<T>(locks: LockManager | null, work: (alone: boolean) => Promise<T>): Promise<T> {
  if (locks === null) return work(false);
  let granted = false;
  const waited = locks.request(lockName, { signal: AbortSignal.timeout(lockPatienceMs) }, () => {
    granted = true;
    return work(true);
  });
  try {
    return await waited;
  } catch (error) {
    if (granted) throw error;
    return work(false);
  }
}
