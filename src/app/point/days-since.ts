const dayMs = 24 * 60 * 60_000;

/** Whole days since this moment; none for one that lies ahead, which only a clock that was set back explains. */
export const daysSince = (at: number, now: number): number => Math.max(0, Math.floor((now - at) / dayMs));

/** The last day to bring something away, so many days after this moment. */
export const daysAfter = (at: number, days: number): Date => new Date(at + days * dayMs);
