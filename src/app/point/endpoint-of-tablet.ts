import { newTabletToken } from "../../storage/tablet-token.ts";
import { askAt } from "../../sync/ask.ts";
import { type Contact, contact } from "../../sync/contact.ts";
import { type EnrolOutcome, enrolAt } from "../../sync/enrolment.ts";
import type { Tablet } from "./tablet.ts";
import { markAsTablet } from "./tablet-mark.ts";

const ask = askAt("", (...request) => fetch(...request));

/** Makes this device the Connect point's tablet with the coordinator's code. */
export async function enrolWith(code: string, tablet: Tablet): Promise<EnrolOutcome> {
  const outcome = await enrolAt(code, { ask, store: tablet.storage.point, now: () => Date.now() });
  if (outcome.kind === "enrolled") {
    markAsTablet();
    await tablet.enrolmentChanged();
  }
  return outcome;
}

/** Asks the endpoint how this tablet stands. */
export async function askHowItStands(tablet: Tablet): Promise<Contact> {
  const outcome = await contact({
    ask,
    store: tablet.storage.point,
    locks: navigator.locks ?? null,
    online: () => navigator.onLine,
    now: () => Date.now(),
    newToken: newTabletToken,
  });
  if (outcome.kind === "met" || outcome.kind === "revoked") await tablet.enrolmentChanged();
  return outcome;
}
