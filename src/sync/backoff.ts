export interface Backoff {
  /** How often it was tried before this time. */
  readonly attempt: number;
  /** From 0 (included) to 1 (not included). */
  readonly chance: number;
  /** The device's clock in ms, which may be years off. */
  readonly now: number;
  readonly retryAfter: string | null;
  readonly date: string | null;
}

const firstMs = 5_000;
const soonestMs = 1_000;
/** No wait is longer, whoever asks for it: the report matters more than the server's comfort. */
const longestMs = 60 * 60_000;

/**
 * When to try again, by the device's own clock: at a random moment up to a limit that doubles with every attempt ("full
 * jitter", so that many devices do not come back at once), and not before the server's `Retry-After`.
 */
export function dueAfter(backoff: Backoff): number {
  const limitMs = Math.min(longestMs, firstMs * 2 ** Math.min(backoff.attempt, 20));
  const jitterMs = backoff.chance * limitMs;
  const askedMs = askedToWait(backoff);
  const spreadMs = askedMs === 0 ? 0 : backoff.chance * Math.min(askedMs, firstMs * 2);
  return backoff.now + Math.min(longestMs, Math.max(soonestMs, jitterMs, askedMs + spreadMs));
}

/** Seconds, or a date that is measured against the server's own clock; without that, against ours. 0 for nonsense. */
function askedToWait({ retryAfter, date, now }: Backoff): number {
  if (retryAfter === null) return 0;
  if (/^\s*\d{1,9}\s*$/.test(retryAfter)) return Number(retryAfter) * 1_000;
  const until = Date.parse(retryAfter);
  const serverNow = Date.parse(date ?? "");
  const waitMs = until - (Number.isNaN(serverNow) ? now : serverNow);
  return Number.isNaN(waitMs) ? 0 : Math.max(0, waitMs);
}
