import type { Receipt } from "../wire/receipt.ts";
import { base64Of } from "./base64.ts";
import { nextStep, type Reply, receiptIn, type Step } from "./outcome.ts";
import type { LeasedParcel, Queue } from "./queue.ts";
import type { Send } from "./send.ts";

/** What delivering needs: the queue and the network are handed in, and so are time and chance. */
export interface DeliveryMeans {
  readonly queue: Queue;
  readonly send: Send;
  /** Whether the endpoint's pinned key signed this. Rejects when that cannot be told now. */
  readonly verified: (receipt: Receipt) => Promise<boolean>;
  /** The device's clock in ms. */
  readonly now: () => number;
  /** From 0 (included) to 1 (not included). */
  readonly chance: () => number;
}

/** Longer than the longest attempt to send, so that nobody else begins while it lasts. */
const leaseMs = 6 * 60_000;

/** Sends one report once and writes down what became of it. Null when it is not ours to send now. */
export async function deliver(id: string, means: DeliveryMeans): Promise<Step | null> {
  const { queue, send, now, chance } = means;
  const parcel = await queue.lease(id, now(), now() + leaseMs);
  if (parcel === null) return null;
  const { reply, verified } = await checked(await send(id, { version: 1, letters: await lettersOf(parcel) }), means);
  const expected = { submission: id, letters: parcel.letters, verified };
  const step = nextStep(reply, expected, { attempt: parcel.attempt, chance: chance(), now: now() });
  await queue.settle(parcel, step);
  return step;
}

/** A receipt that nobody can check at the moment is as good as no answer: the same one comes again. */
async function checked(reply: Reply, means: DeliveryMeans): Promise<{ reply: Reply; verified: boolean }> {
  const receipt = receiptIn(reply);
  try {
    return { reply, verified: receipt !== null && (await means.verified(receipt)) };
  } catch {
    return { reply: { kind: "none" }, verified: false };
  }
}

function lettersOf(parcel: LeasedParcel) {
  return Promise.all(
    parcel.letters.map(async ({ organisation, digest, bytes }) => ({
      organisation,
      digest,
      age: await base64Of(bytes),
    })),
  );
}
