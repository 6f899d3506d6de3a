/** A number below this could be traced to somebody in a small place. */
const leastShown = 5;

/** A count as it may be told: none, or five and more; anything between only as few. */
export const shownCount = (count: number, few: string): string =>
  count === 0 || count >= leastShown ? String(count) : few;
