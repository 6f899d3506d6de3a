import { type Hours, isUsuallyOpen } from "../../guidance/opening-hours.ts";

const everyMinuteMs = 60_000;

/** Keeps the marks of this page true for as long as it is open. */
export function watchOpenHours(now: () => number): void {
  const mark = () => markOpenNow(document, now());
  mark();
  setInterval(mark, everyMinuteMs);
}

/** Marks in HTML that was written earlier who usually answers now, and takes the mark from whoever does not. */
export function markOpenNow(page: ParentNode, now: number): void {
  for (const mark of page.querySelectorAll<HTMLElement>("[data-hours]")) {
    mark.hidden = !isUsuallyOpen(JSON.parse(mark.dataset["hours"] ?? "[]") as Hours, now);
  }
}
