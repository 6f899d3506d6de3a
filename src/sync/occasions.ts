import type { Courier } from "./courier.ts";
import type { Round } from "./round.ts";

/** Under this name the browser wakes the service worker; `deliver` is what a page says to it. */
export const deliveryTag = "deliver";

export interface Occasions {
  /** For "Send now": as `Courier.deliver`, and the next occasion is reckoned from there. */
  deliver(): Promise<Round>;
  stop(): void;
}

/**
 * Delivers now, when the network comes back, when the page is shown again, and whenever the courier asked for it. On the
 * first three the network may be another one: `unreached` makes those due at once that met no endpoint.
 */
export function deliverOnEveryOccasion(courier: Courier, unreached: () => Promise<void>): Occasions {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopping = new AbortController();
  const { signal } = stopping;
  async function deliver(): Promise<Round> {
    const round = await courier.deliver();
    clearTimeout(timer);
    if (round.againAfterMs !== null && !signal.aborted)
      timer = setTimeout(deliver, Math.max(1_000, round.againAfterMs));
    return round;
  }
  const maybeElsewhere = () => void unreached().then(deliver, deliver);
  const whenSeen = () => {
    if (document.visibilityState === "visible") maybeElsewhere();
  };
  addEventListener("online", maybeElsewhere, { signal });
  addEventListener("pageshow", whenSeen, { signal });
  document.addEventListener("visibilitychange", whenSeen, { signal });
  maybeElsewhere();
  return {
    deliver,
    stop() {
      stopping.abort();
      clearTimeout(timer);
    },
  };
}

/** The parts of Background Sync that TypeScript does not know, present in Chromium only. */
interface WithBackgroundSync {
  readonly sync?: { register(tag: string): Promise<void> };
  readonly periodicSync?: { register(tag: string, options: { readonly minInterval: number }): Promise<void> };
}

const halfADayMs = 12 * 60 * 60_000;

/**
 * Asks the browser to deliver when a network comes, even with the page closed. Where it cannot or will not, the worker is
 * asked to deliver now, in case the page is closed in a moment. Call it after every sealing; never wait for it.
 */
export async function askForBackgroundDelivery(registration: ServiceWorkerRegistration): Promise<void> {
  const { sync, periodicSync } = registration as ServiceWorkerRegistration & WithBackgroundSync;
  // Refused without an installed app, or when the person switched it off: then only the occasions of the page are left.
  await periodicSync?.register(deliveryTag, { minInterval: halfADayMs }).catch(ignore);
  const asked = await sync?.register(deliveryTag).then(() => true, ignore);
  if (!asked) registration.active?.postMessage(deliveryTag);
}

function ignore(): undefined {}
