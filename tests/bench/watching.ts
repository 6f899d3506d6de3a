/** One thing that a person does as soon as it can be seen, and what the page shows for it. Both are CSS selectors. */
export interface Deed {
  /** Null where one only looks. */
  readonly press: string | null;
  readonly shows: string;
}

/** What a page tells the bench; times are by the clock, in ms. */
export type Told =
  | { readonly kind: "begun"; readonly at: number }
  | { readonly kind: "seen"; readonly at: number; readonly x: number; readonly y: number }
  | { readonly kind: "pressed"; readonly at: number }
  | { readonly kind: "shown"; readonly at: number };

/** What the page's main thread went through since the page was opened, in ms. */
export interface Work {
  readonly tasks: { readonly at: number; readonly ms: number }[];
  shift: number;
}

declare global {
  interface Window {
    benchTold(message: string): void;
    benchWork: Work;
  }
}

/** Runs in every page before its own scripts, so it may use nothing but what stands inside it. */
export function watchPage(deed: Deed | null): void {
  if (window.top !== window) return;
  const work: Work = { tasks: [], shift: 0 };
  window.benchWork = work;
  const tell = (told: object) => window.benchTold(JSON.stringify(told));
  const observe = (type: string, hear: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true });
  observe("longtask", ({ startTime, duration }) => work.tasks.push({ at: startTime, ms: duration }));
  observe("layout-shift", (entry) => {
    const shift = entry as PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean };
    if (!shift.hadRecentInput) work.shift += shift.value;
  });
  tell({ kind: "begun", at: performance.timeOrigin });
  addEventListener("click", ({ timeStamp }) => tell({ kind: "pressed", at: performance.timeOrigin + timeStamp }), true);
  if (!deed) return;
  const { press, shows } = deed;
  const now = () => performance.timeOrigin + performance.now();
  const isShown = () => document.querySelector(shows)?.checkVisibility({ visibilityProperty: true }) === true;
  const look = () => {
    if (isShown()) return tell({ kind: "shown", at: now() });
    requestAnimationFrame(look);
  };
  const seek = () => {
    const box = press === null ? null : document.querySelector(press)?.getBoundingClientRect();
    if (press === null || isShown()) return look();
    const [x, y] = box ? [box.left + box.width / 2, box.top + box.height / 2] : [0, 0];
    if (box && document.elementFromPoint(x, y)?.closest(press)) {
      tell({ kind: "seen", at: now(), x, y });
      return look();
    }
    if (box?.width) document.querySelector(press)?.scrollIntoView({ block: "center" });
    requestAnimationFrame(seek);
  };
  requestAnimationFrame(seek);
}
