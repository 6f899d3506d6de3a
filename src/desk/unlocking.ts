import type { UnlockIdentityOutcome } from "../sealing/open.ts";
import type { UnlockingOrder } from "./unlocking-worker.ts";

/**
 * Unlocks an identity in a worker of its own, so that the page can still be locked, left and read aloud meanwhile. The
 * worker is ended with its answer: no copy of the identity stays in it. Rejects when it cannot do its work at all.
 */
export function unlockIn(begin: () => Worker) {
  return (file: Uint8Array, passphrase: string): Promise<UnlockIdentityOutcome> => {
    const worker = begin();
    return new Promise<UnlockIdentityOutcome>((resolve, reject) => {
      worker.addEventListener("message", (event: MessageEvent<UnlockIdentityOutcome>) => resolve(event.data));
      worker.addEventListener("error", () => reject(new Error("the unlocking worker failed")));
      worker.postMessage({ file, passphrase } satisfies UnlockingOrder);
    }).finally(() => worker.terminate());
  };
}
