import type { Page } from "playwright-core";

declare global {
  interface ServiceWorkerRegistration {
    readonly sync: { getTags(): Promise<readonly string[]> };
  }
}

/** Does what Chromium does for Background Sync when a network comes: wakes the worker of this origin with the event. */
export async function wakeWorker(page: Page, origin: string, tag: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const registrationId = await new Promise<string>((resolve) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const ours = registrations.find(({ scopeURL, isDeleted }) => scopeURL.startsWith(origin) && !isDeleted);
      if (ours) resolve(ours.registrationId);
    });
    void devtools.send("ServiceWorker.enable");
  });
  await devtools.send("ServiceWorker.dispatchSyncEvent", { origin, registrationId, tag, lastChance: false });
}
