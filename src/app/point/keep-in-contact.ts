import { askHowItStands } from "./endpoint-of-tablet.ts";
import type { Tablet } from "./tablet.ts";

const everyMs = 15 * 60_000;

/** Asks the endpoint now, whenever a network comes, and now and then, so that a revoked tablet says so before it matters. */
export function keepInContact(tablet: Tablet): void {
  const ask = () => void askHowItStands(tablet).catch(() => undefined); // the database was lost for a moment
  ask();
  addEventListener("online", ask);
  setInterval(ask, everyMs);
}
