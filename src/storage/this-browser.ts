import type { TextStore } from "./keyring.ts";

/** What storage takes from the browser. `null` is what this browser lacks or forbids. */
export interface Browser {
  readonly factory: IDBFactory | null;
  readonly session: TextStore | null;
  readonly local: TextStore | null;
  readonly locks: LockManager | null;
  readonly channel: BroadcastChannel | null;
  readonly now: () => number;
  /** Starts stretch-thread.ts. Null where nobody knows its address: who builds the page has to give it. */
  readonly thread: (() => Worker) | null;
}

/** The browser that this page or service worker runs in. */
export function thisBrowser(): Browser {
  return {
    factory: factory(),
    session: textStore(() => globalThis.sessionStorage),
    local: textStore(() => globalThis.localStorage),
    locks: (navigator.locks as LockManager | undefined) ?? null,
    channel: typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("notes"),
    now: () => Date.now(),
    thread: null,
  };
}

/** Some browsers throw at the very name where site data are switched off. */
function factory(): IDBFactory | null {
  try {
    return globalThis.indexedDB ?? null;
  } catch {
    return null;
  }
}

/** Even to name the store throws where site data are switched off, and some accept nothing; a worker has none. */
function textStore(named: () => Storage | undefined): TextStore | null {
  const probe = "probe";
  try {
    const store = named();
    store?.setItem(probe, "");
    store?.removeItem(probe);
    return store ?? null;
  } catch {
    return null;
  }
}
