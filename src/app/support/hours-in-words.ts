import { type Day, days, type Hours, type OpenTimes } from "../../guidance/opening-hours.ts";
import { dateFormat } from "../../language/date-format.ts";
import type { Spoken } from "../../ui/words-context.tsx";

/** When somebody answers, as the language writes days and times: "Usually open: Monday – Friday, 13:00 – 20:30". */
export function hoursInWords(hours: Hours, { t, language: { tag } }: Pick<Spoken, "t" | "language">): string {
  if (hours === "always") return t("directory:hours.always");
  const lines = hours.map((each) =>
    t("directory:hours.line", {
      days: isDaily(each) ? t("directory:hours.daily") : daysInWords(each, tag),
      times: timesInWords(each, tag),
    }),
  );
  return t("directory:hours.usually", { hours: new Intl.ListFormat(tag).format(lines) });
}

const isDaily = ({ from, to }: OpenTimes): boolean => from === "monday" && to === "sunday";

function daysInWords({ from, to }: OpenTimes, tag: string): string {
  const format = dateFormat(tag, { weekday: "long", timeZone: "UTC" });
  return from === to ? format.format(momentOn(from)) : format.formatRange(momentOn(from), momentOn(to));
}

function timesInWords({ opens, closes }: OpenTimes, tag: string): string {
  const format = dateFormat(tag, { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
  return format.formatRange(momentOn("monday", opens), momentOn("monday", closes));
}

/** In a week that began on a Monday; 24:00 is 00:00 of the same day, or the words would name two dates. */
function momentOn(day: Day, time = "00:00"): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return Date.UTC(2024, 0, 1 + days.indexOf(day), hour % 24, minute);
}
