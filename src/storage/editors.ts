/** Which drafts this window edits. One draft has one editor, in whatever tab: a second one is told. */
export interface Editors {
  /** False when another window has it, and still has it after this while. */
  hold(draft: string, patienceMs: number): Promise<boolean>;
  release(draft: string): void;
  /** Whether anything is being edited here. */
  any(): boolean;
}

/**
 * Holds a Web Lock per draft, which the browser gives back when the tab ends, however it ends. Without Web Locks every
 * hold is granted, and the lease in the draft's row decides.
 */
export function editors(locks: LockManager | null): Editors {
  const held = new Map<string, () => void>();
  return {
    async hold(draft, patienceMs) {
      if (held.has(draft)) return true;
      const release = locks === null ? ignore : await lockOf(locks, `draft ${draft}`, patienceMs);
      if (release !== null) held.set(draft, release);
      return release !== null;
    },
    release(draft) {
      held.get(draft)?.();
      held.delete(draft);
    },
    any: () => held.size > 0,
  };
}

const ignore = () => undefined;

/** Resolves with the way to give the lock back, or with null when somebody else keeps it. */
function lockOf(locks: LockManager, name: string, patienceMs: number): Promise<(() => void) | null> {
  const terms = patienceMs === 0 ? { ifAvailable: true } : { signal: AbortSignal.timeout(patienceMs) };
  return new Promise((resolve) => {
    locks
      .request(name, terms, (lock) => {
        if (lock === null) return resolve(null);
        return new Promise<void>((release) => resolve(release));
      })
      .catch(() => resolve(null)); // out of patience
  });
}
