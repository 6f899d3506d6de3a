import { type Hours, isUsuallyOpen } from "../../guidance/opening-hours.ts";

/** Marks in HTML that was written earlier who usually answers now, and takes the mark from whoever does not. */
export function markOpenNow(page: ParentNode, now: number): void {
  for (const mark of page.querySelectorAll<HTMLElement>("[data-hours]")) {
    mark.hidden = !isUsuallyOpen(JSON.parse(mark.dataset["hours"] ?? "[]") as Hours, now);
  }
}
