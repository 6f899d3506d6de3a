/** One figure of the project, with what it is held against. Samples in the order they were taken. */
export interface Figure {
  readonly about: string;
  readonly unit: "ms" | "kB" | "MB" | "";
  readonly ours: readonly number[];
  /** The same of the plain pages, taken in turns with ours. */
  readonly plain?: readonly number[];
  /** What is held against the goal is the ratio to plain where there is one to keep, else the median. */
  readonly goal?: { readonly ratio: number } | { readonly atMost: number; readonly aim?: number };
}

export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

export function ratioOf({ ours, plain }: Figure): number | null {
  return plain ? median(ours) / median(plain) : null;
}

/** Null where there is no goal, or nothing to hold against it. */
export function isMet(figure: Figure): boolean | null {
  const { goal, ours } = figure;
  if (!goal) return null;
  const ratio = ratioOf(figure);
  if ("ratio" in goal) return ratio === null ? null : ratio <= goal.ratio;
  return median(ours) <= goal.atMost;
}
