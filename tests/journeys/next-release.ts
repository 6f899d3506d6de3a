import type { Page } from "playwright-core";
import { vi } from "vitest";
import type { EndpointUnderTest } from "./endpoint-under-test.ts";
import type { FaultyNetwork } from "./faulty-network.ts";

/** From now on the server has another release of the app, and the device looks for one. Returns when it lies ready. */
export async function releaseNext(page: Page, network: FaultyNetwork, endpoint: EndpointUnderTest): Promise<void> {
  const worker = await (await fetch(`${endpoint.origin}/service-worker.js`)).text();
  network.meet(
    ({ path }) => path === "/service-worker.js",
    async (_request, pass) => {
      const reply = await pass();
      const { "content-encoding": _coding, "content-length": _length, ...headers } = reply.headers ?? {};
      return { status: 200, headers: { ...headers, etag: "next" }, body: `${worker}\n// next` };
    },
  );
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await vi.waitUntil(() => nextReleaseWaits(page), { timeout: 30_000 });
}

/** Whether another release lies ready and was not taken. */
export const nextReleaseWaits = (page: Page): Promise<boolean> =>
  page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration())?.waiting);
