import { keys } from "virtual:keys";
import { packs } from "virtual:packs";
import { deliveryTag } from "../sync/occasions.ts";
import { isKeepOffline, type KeepOffline } from "../wire/keep-offline.ts";
import { deliveryWith } from "./delivery.ts";
import { workOffline } from "./offline.ts";
import type { LastingEvent, MessageToWorker, WorkerScope } from "./scope.ts";

declare const self: WorkerScope;

const shelf = workOffline(self, self.__WB_MANIFEST, packs); // the build looks for `self.__WB_MANIFEST`

const deliver = deliveryWith(keys.receipts.publicKey);

// The page that installed this worker has chunks to load still: they come from the precache from now on.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("sync", (event) => {
  if (event.tag === deliveryTag) event.waitUntil(deliverOrAskAgain(event.lastChance));
});
self.addEventListener("periodicsync", (event) => event.waitUntil(deliver()));

self.addEventListener("message", (event) => {
  if (event.data === deliveryTag) event.waitUntil(deliver());
  else if (isKeepOffline(event.data)) event.waitUntil(keepAndTell(event.data.packs, event));
  else if (isSkipWaiting(event.data)) takeOver(event);
});

/** A failed event is how the browser is asked to come back, which it does a few times. */
async function deliverOrAskAgain(lastChance: boolean): Promise<void> {
  const round = await deliver();
  if (!lastChance && round?.againAfterMs !== null) throw new Error("reports are still waiting");
}

async function keepAndTell(asked: KeepOffline["packs"], event: MessageToWorker): Promise<void> {
  const kept = await shelf.keep(asked === "all" ? packs : asked, event).then(
    () => true,
    () => false, // no network, or no room: the page asks again
  );
  event.ports[0]?.postMessage(kept);
}

/** Only ever on the person's word, and the page asks for it only when no report is being written. */
function takeOver(event: LastingEvent): void {
  event.waitUntil(self.skipWaiting());
}

/** As `messageSkipWaiting` of workbox-window says it. */
function isSkipWaiting(message: unknown): boolean {
  return typeof message === "object" && message !== null && "type" in message && message.type === "SKIP_WAITING";
}
