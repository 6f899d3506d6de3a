/** Days of the week, as a directory writes them. */
export const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Day = (typeof days)[number];
const dayNames: readonly string[] = days;

/** The same times on every day from one to another. A night that goes on after 24:00 is two of these. */
export interface OpenTimes {
  readonly from: Day;
  readonly to: Day;
  /** `08:30`, in the civil time of London; closing may be `24:00`. */
  readonly opens: string;
  readonly closes: string;
}

export type Hours = "always" | readonly OpenTimes[];

const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  weekday: "long",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/**
 * Whether somebody usually answers at this moment (milliseconds since 1970), whatever the clock of the device is set to
 * in summer or elsewhere. Bank holidays are not known: say "usually".
 */
export function isUsuallyOpen(hours: Hours, now: number): boolean {
  if (hours === "always") return true;
  const parts = new Map(london.formatToParts(now).map(({ type, value }) => [type, value]));
  const today = dayNames.indexOf(parts.get("weekday")?.toLowerCase() ?? "");
  const time = `${parts.get("hour")}:${parts.get("minute")}`;
  return hours.some(
    ({ from, to, opens, closes }) => daysBetween(from, to).includes(today) && opens <= time && time < closes,
  );
}

/** Places in the week from one day to another; from Saturday to Monday goes over the end of the week. */
function daysBetween(from: Day, to: Day): readonly number[] {
  const first = days.indexOf(from);
  const length = ((days.indexOf(to) - first + 7) % 7) + 1;
  return Array.from({ length }, (_, place) => (first + place) % 7);
}
