import type { Keeping, KeepingMeans, KeepingOutcome } from "./keeping.ts";

type Later = typeof import("./later.tsx")["laterParts"];

/** The parts of the app that come while the person reads. Any of them may fail to come; nothing is lost by that. */
export interface Arrivals {
  /** The later pages; null until they are there. */
  later(): Later | null;
  /** Where the report is kept on this device; null until it is open. */
  keeping(): Keeping | null;
  /** The last attempt to fetch something failed. */
  failed(): boolean;
  /** Fetches what is not there yet. */
  fetch(): Promise<void>;
  /** Everything has come, or has failed to. */
  settled(): Promise<void>;
}

interface ArrivalsMeans extends KeepingMeans {
  /** Fetches the whole language of the page. */
  readonly learn: () => Promise<void>;
  /** Opens where the report is kept; on a device of the person's own unless told. */
  readonly openKeeping?: (means: KeepingMeans) => Promise<KeepingOutcome>;
  readonly onArrival: () => void;
  readonly onOpened: (outcome: KeepingOutcome) => Promise<void>;
}

export function arrivals(means: ArrivalsMeans): Arrivals {
  let later: Later | null = null;
  let keeping: Keeping | null = null;
  let failed = false;
  let fetching = Promise.resolve();
  async function open(): Promise<void> {
    const openKeeping = means.openKeeping ?? (await import("./keeping.ts")).openKeeping;
    const outcome = await openKeeping(means);
    if (outcome.kind === "ready") keeping = outcome.keeping;
    await means.onOpened(outcome);
  }
  async function fetchAll(): Promise<void> {
    failed = false;
    try {
      const [pages] = await Promise.all([import("./later.tsx"), means.learn()]);
      later = pages.laterParts;
      means.onArrival();
      if (!keeping) await open();
      await import("./seal-report.ts"); // so that nothing has to be fetched when the person presses "Send"
    } catch {
      failed = true; // no network, and not on the device yet: "Try again" asks once more
      means.onArrival();
    }
  }
  return {
    later: () => later,
    keeping: () => keeping,
    failed: () => failed,
    settled: () => fetching,
    fetch() {
      fetching = fetchAll();
      return fetching;
    },
  };
}
