import type { StoredBytes } from "./records.ts";
import type { StretchingNews, StretchingOrder } from "./stretch-thread.ts";
import type { Stretch } from "./vault-rows.ts";

/**
 * Stretches passphrases in a thread of its own, so that the page can still be locked and left meanwhile. The thread is
 * ended with its answer or when nobody wants it any more: no copy of the key stays in it. Where no thread can be made,
 * `onThePage` does it; null if that cannot be had either.
 */
export function stretchIn(begin: () => Worker, onThePage: () => Promise<Stretch | null>): Stretch {
  return async (passphrase, salt, onProgress, until) => {
    const key = await inThread(begin, { passphrase, salt }, onProgress, until);
    if (key !== null) return key;
    const slowly = await onThePage();
    if (slowly === null) throw new DOMException("nothing to stretch with", "NetworkError");
    return slowly(passphrase, salt, onProgress, until);
  };
}

/** A thread that says nothing at all for so long never will. */
const silentMs = 10_000;

/** Null when there is no such thread: forbidden by a policy, not in the cache, or out of memory. */
async function inThread(
  begin: () => Worker,
  order: StretchingOrder,
  onProgress: (fraction: number) => void,
  until: AbortSignal,
): Promise<StoredBytes | null> {
  until.throwIfAborted();
  const thread = begun(begin);
  if (thread === null) return null;
  let silence: ReturnType<typeof setTimeout>;
  return new Promise<StoredBytes | null>((resolve, reject) => {
    silence = setTimeout(() => resolve(null), silentMs);
    until.addEventListener("abort", () => reject(until.reason), { once: true });
    thread.addEventListener("error", () => resolve(null));
    thread.addEventListener("message", ({ data }: MessageEvent<StretchingNews>) => {
      clearTimeout(silence);
      if (data.kind === "progress") onProgress(data.fraction);
      else resolve(data.key);
    });
    thread.postMessage(order);
  }).finally(() => {
    clearTimeout(silence);
    thread.terminate();
  });
}

function begun(begin: () => Worker): Worker | null {
  try {
    return begin();
  } catch {
    return null; // no threads here, or not for us
  }
}
