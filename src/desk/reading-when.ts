import type { WhenValue } from "../report/answer.ts";
import { day } from "./moments.ts";
import { type Said, saidWord, word } from "./said.ts";

/** When it happened, a line for each thing that is known: how sure the date is, the time, the part of the day. */
export function saidOfWhen(when: WhenValue): readonly Said[] {
  const lines = [dates(when)];
  if (when.time) lines.push(line("time", { time: when.time }));
  if (when.partOfDay) lines.push(line(when.partOfDay, {}));
  return lines.map(saidWord);
}

function dates({ how, from, to, within }: WhenValue) {
  const values = { from: from ? day(from) : "", to: to ? day(to) : "" };
  switch (how) {
    case "exact":
      return line(from ? "exact" : "noDate", values);
    case "about":
      return line(from ? (within ? `within.${within}` : "about") : "noDate", values);
    case "overTime":
      return line(from && to ? "fromTo" : from ? "from" : to ? "until" : "overTime", values);
    case "ongoing":
      return line(from ? "ongoingSince" : "ongoing", values);
  }
}

const line = (key: string, values: Readonly<Record<string, string>>) => word(`desk:when.${key}`, key, values);
