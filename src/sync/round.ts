import { type DeliveryMeans, deliver } from "./deliver.ts";
import type { Step } from "./outcome.ts";

/** What became of everything that was due. */
export interface Round {
  readonly received: number;
  readonly held: number;
  readonly waiting: number;
  /** Come back after this many ms for what is still waiting; null when nothing waits. */
  readonly againAfterMs: number | null;
}

export interface RoundMeans extends DeliveryMeans {
  /** False only when the device is surely without a network. */
  readonly online: () => boolean;
}

/** Enough to fill a slow line in spite of its long round trips, few enough for a small phone. */
const sideBySide = 4;
const batch = 16;
const withoutNetworkMs = 60_000;

/**
 * Delivers all that is due, several side by side. One report that must wait for the endpoint or the network ends the
 * round: the others keep their place, and nobody is hammered. `stoppedUntil` is when that one may be tried again.
 */
export async function deliverAll(means: RoundMeans): Promise<Round & { readonly stoppedUntil: number | null }> {
  const { queue, now, online } = means;
  const todo = supply(means);
  const steps: Step[] = [];
  let stoppedUntil: number | null = null;
  async function lane(): Promise<void> {
    while (online() && stoppedUntil === null) {
      const id = await todo.next();
      if (id === null) return;
      const step = await deliver(id, means);
      if (step === null) continue;
      steps.push(step);
      if (step.kind !== "waiting") todo.settled(id);
      else if (step.because !== "badReceipt") stoppedUntil = step.dueAt;
    }
  }
  await Promise.all(Array.from({ length: sideBySide }, lane));
  const nextDueAt = await queue.nextDueAt(now());
  const againAt = stoppedUntil ?? (online() ? nextDueAt : now() + withoutNetworkMs);
  const count = (kind: Step["kind"]) => steps.filter((step) => step.kind === kind).length;
  return {
    received: count("received"),
    held: count("held"),
    waiting: count("waiting"),
    againAfterMs: nextDueAt === null || againAt === null ? null : Math.max(0, againAt - now()),
    stoppedUntil,
  };
}

interface Supply {
  /** Gives out each due report once, to whichever lane asks first; null when there is none left. */
  next(): Promise<string | null>;
  /** It will not be due again. */
  settled(id: string): void;
}

function supply({ queue, now }: DeliveryMeans): Supply {
  const given = new Set<string>();
  const unsettled = new Set<string>();
  let ready: string[] = [];
  let asking: Promise<void> | null = null;
  async function ask(): Promise<void> {
    const due = await queue.due(now(), batch + unsettled.size);
    ready = due.filter((id) => !given.has(id)).slice(0, batch);
    for (const id of ready) {
      given.add(id);
      unsettled.add(id);
    }
    asking = null;
  }
  return {
    async next() {
      if (ready.length === 0) {
        asking ??= ask();
        await asking;
      }
      return ready.shift() ?? null;
    },
    settled: (id) => void unsettled.delete(id),
  };
}
