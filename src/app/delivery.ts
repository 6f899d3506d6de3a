import { keys } from "virtual:keys";
import { verified } from "../sealing/receipts.ts";
import { courier } from "../sync/courier.ts";
import { askForBackgroundDelivery, deliverOnEveryOccasion, type Occasions } from "../sync/occasions.ts";
import { sendTo } from "../sync/send.ts";
import { device } from "./device.ts";

let delivering: Promise<Occasions | null> | null = null;

/** From now on delivers what lies sealed on this device whenever this page has an occasion to. */
export function deliverAlways(): Promise<Occasions | null> {
  delivering ??= begin();
  return delivering;
}

/** Delivers now, and asks the browser to go on when the page is closed. */
export function deliverAtOnce(): void {
  void deliverAlways().then((occasions) => occasions?.deliver());
  void navigator.serviceWorker?.getRegistration().then((registration) => {
    if (registration) void askForBackgroundDelivery(registration);
  });
}

async function begin(): Promise<Occasions | null> {
  const opening = await device();
  if (opening.kind === "blocked" || opening.kind === "newer") return null;
  const { outbox, point } = opening.storage;
  return deliverOnEveryOccasion(
    courier({
      queue: outbox,
      send: sendTo("", (...request) => fetch(...request)),
      token: async () => (await point.enrolment())?.token ?? null,
      onRefusedToken: async (token) => void (await point.learn({ revoked: true }, token)),
      verified: (receipt) => verified(receipt, keys.receipts.publicKey),
      now: () => Date.now(),
      chance: () => Math.random(),
      online: () => navigator.onLine,
      locks: navigator.locks ?? null,
    }),
    () => outbox.sendNow("unreached"),
  );
}
