import { verifiedNatively } from "../sealing/receipts-natively.ts";
import { type OpenedOutbox, openOutbox } from "../storage/open-outbox.ts";
import { type Courier, courier } from "../sync/courier.ts";
import type { Round } from "../sync/round.ts";
import { sendTo } from "../sync/send.ts";
import type { Receipt } from "../wire/receipt.ts";

/**
 * A worker cannot load a chunk when it needs it, and ours for browsers without Ed25519 is as large as all the rest. In
 * those the receipt counts as not seen, and the page gets the same one again.
 */
async function natively(receipt: Receipt, receiptKey: string): Promise<boolean> {
  const verified = await verifiedNatively(receipt, receiptKey);
  if (verified === null) throw new Error("no Ed25519 in this browser");
  return verified;
}

/**
 * Delivers what is due with the same code as the page. The database is opened for each round and closed after it, so
 * that a sleeping worker never stands in the way of a newer release. Null when it cannot be opened now.
 */
export function deliveryWith(receiptKey: string): () => Promise<Round | null> {
  return async () => {
    const opened = await openOutbox();
    if (opened === null) return null;
    try {
      await opened.outbox.sendNow("unreached").catch(() => undefined); // being woken may mean another network
      return await courierFor(opened, receiptKey).deliver();
    } finally {
      opened.close();
    }
  };
}

function courierFor({ outbox, point }: OpenedOutbox, receiptKey: string): Courier {
  return courier({
    queue: outbox,
    send: sendTo("", (address, settings) => fetch(address, settings)),
    token: async () => (await point.enrolment())?.token ?? null,
    onRefusedToken: async (token) => void (await point.learn({ revoked: true }, token)),
    verified: (receipt) => natively(receipt, receiptKey),
    now: () => Date.now(),
    chance: () => Math.random(),
    online: () => navigator.onLine,
    locks: navigator.locks,
  });
}
