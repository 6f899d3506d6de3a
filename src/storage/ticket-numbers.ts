import { believedTickets } from "./records.ts";
import type { Rows } from "./tables.ts";

/** The next number of this civil day: from 1, never given twice on one day. */
export async function nextNumber(rows: Rows, now: number): Promise<number> {
  const day = civilDay(now);
  const before = believedTickets(await rows.get("about", "tickets"));
  const last = before?.day === day ? before.last + 1 : 1;
  await rows.put("about", { id: "tickets", day, last });
  return last;
}

/** The Connect points are in one country: its midnight counts, whatever time zone the tablet believes in. */
const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** As in `25/11/2026`. */
function civilDay(ms: number): string {
  return london.format(ms);
}
