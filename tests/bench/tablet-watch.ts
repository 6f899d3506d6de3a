/** What was pressed until what it shows was painted, and the longest task of the page in between, in ms. */
export interface Pressed {
  readonly ms: number;
  readonly longestMs: number;
}

/** What stands on the page that covers a tablet. */
export const covered = "[name=pin]:not(form:has([name=again]) *)";

/** Runs in the page: presses, and waits until that has been shown and painted. */
export async function pressed({ press, shows }: { press: string; shows: string }): Promise<Pressed> {
  let longestMs = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestMs = Math.max(longestMs, duration);
  });
  tasks.observe({ type: "longtask" });
  const begunAt = performance.now();
  const ms = await new Promise<number>((resolve) => {
    const look = () => {
      if (!document.querySelector(shows)) return;
      changes.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begunAt)));
    };
    const changes = new MutationObserver(look);
    changes.observe(document, { childList: true, subtree: true, attributes: true });
    document.querySelector<HTMLElement>(press)?.click();
  });
  await new Promise((resolve) => setTimeout(resolve, 50)); // entries come a little later
  tasks.disconnect();
  return { ms, longestMs };
}

/** Runs before the page's own scripts: remembers when a timer of half a minute went off. */
export function countLocks(): void {
  const { setTimeout: real } = window;
  const told = window as unknown as { lockedAt: number };
  window.setTimeout = ((work: () => void, afterMs?: number, ...rest: unknown[]) =>
    real(
      afterMs === 30_000
        ? () => {
            told.lockedAt = performance.now();
            work();
          }
        : work,
      afterMs,
      ...rest,
    )) as typeof window.setTimeout;
}

/** Runs in the page: hides it, and waits from the end of its half minute until the screen was covered and painted. */
export async function hideUntilCovered(shows: string): Promise<number> {
  let state = "hidden";
  Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
  document.dispatchEvent(new Event("visibilitychange"));
  const at = await new Promise<number>((resolve) => {
    const changes = new MutationObserver(() => {
      if (!document.querySelector(shows)) return;
      changes.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    });
    changes.observe(document, { childList: true, subtree: true });
  });
  state = "visible";
  document.dispatchEvent(new Event("visibilitychange"));
  return at - (window as unknown as { lockedAt: number }).lockedAt;
}

/** Runs in the page: presses "Exit this page" and waits for the sheet over everything. */
export function exitCovers(): Promise<number> {
  return new Promise((resolve) => {
    const begunAt = performance.now();
    const changes = new MutationObserver(() => {
      if (document.querySelector(".cover")) resolve(performance.now() - begunAt);
    });
    changes.observe(document.body, { childList: true });
    document.querySelector<HTMLElement>(".bar__exit")?.click();
  });
}
