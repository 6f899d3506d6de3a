/** How long a report on a phone stays open without a touch, and how long out of sight (security: keys on the device). */
const usualIdleMs = 5 * 60_000;
const hiddenMs = 30_000;

/**
 * Locks when nobody has touched the page for a while, when it was out of sight for a while, and when it is left.
 * Also looks at the clock on coming back, because a sleeping device runs no timers. Returns the way to stop.
 */
export function lockWhenIdle(lock: () => void, onHidden: () => void, idleMs = () => usualIdleMs): () => void {
  let touchedAt = Date.now();
  let hiddenAt: number | null = null;
  let timer = setTimeout(lock, idleMs());
  const rest = (afterMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(lock, afterMs);
  };
  const touched = () => {
    touchedAt = Date.now();
    rest(idleMs());
  };
  const seenOrNot = () => {
    if (document.visibilityState === "hidden") {
      hiddenAt = Date.now();
      onHidden();
      rest(hiddenMs);
      return;
    }
    const tooLong = Date.now() - touchedAt > idleMs() || (hiddenAt !== null && Date.now() - hiddenAt > hiddenMs);
    hiddenAt = null;
    if (tooLong) lock();
    else rest(idleMs());
  };
  const touches = ["pointerdown", "keydown", "input"] as const;
  for (const kind of touches) addEventListener(kind, touched, { passive: true });
  document.addEventListener("visibilitychange", seenOrNot);
  addEventListener("pagehide", lock);
  return () => {
    clearTimeout(timer);
    for (const kind of touches) removeEventListener(kind, touched);
    document.removeEventListener("visibilitychange", seenOrNot);
    removeEventListener("pagehide", lock);
  };
}
