const minuteMs = 60_000;

/** A desk that nobody touches for this long locks itself. */
const locksAfterMs = 5 * minuteMs;
/** It says so this long before, so that someone who reads without touching anything can stay. */
const warnsBeforeMs = minuteMs;

/** What to do about a desk that was last touched then. Says `lock` at once after a sleep of the computer. */
export function idle(touchedAtMs: number, nowMs: number): "inUse" | "warn" | "lock" {
  const forMs = nowMs - touchedAtMs;
  if (forMs >= locksAfterMs || forMs < -minuteMs) return "lock"; // a clock set back proves nothing: lock
  return forMs >= locksAfterMs - warnsBeforeMs ? "warn" : "inUse";
}
