import type { WhenValue } from "./answer.ts";
import { type Problem, problemIf } from "./problem.ts";

/** Before this a date is a slip of the finger, such as the year 26 for 2026. */
const earliest = "1900-01-01";

/** What is wrong with a civil date that cannot be later than `today`. */
export function dayProblems(field: string, day: string, today: string): readonly Problem[] {
  if (!isDay(day)) return problemIf(true, field, "notADate");
  return [...problemIf(day > today, field, "dateInFuture"), ...problemIf(day < earliest, field, "dateTooEarly")];
}

/** What is wrong with when it happened. Leaving out any of it is never wrong. */
export function whenProblems(field: string, { from, to, time }: WhenValue, today: string): readonly Problem[] {
  const days = [
    ...(from ? dayProblems(`${field}.from`, from, today) : []),
    ...(to ? dayProblems(`${field}.to`, to, today) : []),
  ];
  const endsEarly = days.length === 0 && from !== undefined && to !== undefined && to < from;
  return [
    ...days,
    ...problemIf(endsEarly, `${field}.to`, "endBeforeStart"),
    ...problemIf(time !== undefined && !isTime(time), `${field}.time`, "notATime"),
  ];
}

/** Whether this is a day of the calendar, as `2026-02-28`. */
function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return false;
  const day = new Date(0);
  day.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return day.toISOString().startsWith(text);
}

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
