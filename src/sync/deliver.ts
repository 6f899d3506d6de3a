import type { Receipt } from "../wire/receipt.ts";
import type { Submission } from "../wire/submission.ts";
import { base64Of } from "./base64.ts";
import { isRefusedToken, nextStep, type Reply, receiptIn, type Step } from "./outcome.ts";
import type { LeasedParcel, Queue } from "./queue.ts";
import type { Send } from "./send.ts";

/** What delivering needs: the queue and the network are handed in, and so are time and chance. */
export interface DeliveryMeans {
  readonly queue: Queue;
  readonly send: Send;
  /** The tablet's token, or null on a device that is none. Asked for reports from a Connect point only. */
  readonly token: () => Promise<string | null>;
  /** Told when the endpoint does not take the tablet's token any more: a coordinator must enrol it again. */
  readonly onRefusedToken: (token: string) => Promise<void>;
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
  const { queue, now, chance } = means;
  const parcel = await queue.lease(id, now(), now() + leaseMs);
  if (parcel === null) return null;
  const submission: Submission = { version: 1, letters: await lettersOf(parcel) };
  const answer = parcel.fromPoint ? await sendAsTablet(id, submission, means) : await means.send(id, submission, null);
  const { reply, verified } = await checked(answer, means);
  const expected = { submission: id, letters: parcel.letters, verified };
  const step = nextStep(reply, expected, { attempt: parcel.attempt, chance: chance(), now: now() });
  await queue.settle(parcel, step);
  return step;
}

/** A token that was refused because it was changed a moment ago, in another window, is tried once more as the new one. */
async function sendAsTablet(id: string, submission: Submission, means: DeliveryMeans): Promise<Reply> {
  const token = await means.token();
  const reply = await means.send(id, submission, token);
  if (token === null || !isRefusedToken(reply)) return reply;
  const tokenNow = await means.token();
  if (tokenNow !== null && tokenNow !== token) return means.send(id, submission, tokenNow);
  await means.onRefusedToken(token);
  return reply;
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
