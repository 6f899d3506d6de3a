const london = { timeZone: "Europe/London" } as const;
const minute = new Intl.DateTimeFormat("en-GB", { ...london, dateStyle: "long", timeStyle: "short" });
const briefly = new Intl.DateTimeFormat("en-GB", { ...london, dateStyle: "medium", timeStyle: "short" });
const calendar = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", dateStyle: "full" });

/** A moment as a clock on the wall in the United Kingdom shows it: `14 March 2026 at 18:30`. */
export const moment = (instant: string): string => minute.format(new Date(instant));

/** The same for a narrow list: `14 Mar 2026, 18:30`. */
export const briefMoment = (instant: string): string => briefly.format(new Date(instant));

/** A civil date as it was given: `Saturday 14 March 2026`. What is no date comes back as it is. */
export function day(date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? date : calendar.format(at);
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Whether a device's clock and the endpoint's differ by more than a day. A report may have waited long for a network, or
 * the clock was wrong: the reader has to know both.
 */
export function farApart(writtenAt: string, receivedAt: string): boolean {
  return Math.abs(Date.parse(receivedAt) - Date.parse(writtenAt)) > dayMs;
}

/** A size for a reader: `12 kB`. */
export function size(bytes: number): string {
  const unit = bytes < 1_000_000 ? "kilobyte" : "megabyte";
  const amount = unit === "kilobyte" ? Math.max(1, Math.round(bytes / 1000)) : bytes / 1_000_000;
  return new Intl.NumberFormat("en-GB", { style: "unit", unit, maximumFractionDigits: 1 }).format(amount);
}
