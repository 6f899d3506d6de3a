import { brotliCompressSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { site } from "./site.ts";

let server: Awaited<ReturnType<typeof site>>;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}, 60_000);
afterAll(() => browser.close());

beforeEach(async () => {
  server = await site();
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(`${server.origin}/en-GB/`);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.register("/service-worker.js", { type: "module" });
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
    }
    return registration.scope;
  });
}, 60_000);
afterEach(async () => {
  await context.close();
  await server.goDown().catch(() => undefined);
});

const heading = () => page.getByRole("heading").textContent();
const inPage = <T>(expression: string) => page.evaluate<T>(expression);
const sealReport = () => inPage<string>("sealReport()");
const stateOf = (id: string) => inPage<string>(`stateOf("${id}")`);

describe("with no network after one visit", () => {
  it("opens the report, whatever stands behind its address", async () => {
    await server.goDown();
    for (const address of ["/en-GB/report/", "/en-GB/report/?from=poster", "/en-GB/report/index.html"]) {
      await page.goto(server.origin + address);
      expect(await heading()).toBe("Report");
    }
  });

  it("shows the start page of the language in place of a page that is not there, and never one for the endpoint", async () => {
    await server.goDown();
    await page.goto(`${server.origin}/en-GB/something-else/`);
    expect(await heading()).toBe("Start");
    await page.goto(`${server.origin}/xx/`);
    expect(await heading()).toBe("Choose a language");
    await expect(page.goto(`${server.origin}/v1/health`)).rejects.toThrow();
  });

  it("asks the network for a page it does not have, when there is one", async () => {
    const response = await page.goto(`${server.origin}/en-GB/not-here/`);
    expect(response?.status()).toBe(404);
  });
});

describe("delivering from the service worker", () => {
  it("delivers a sealed report when a page asks for it, and the page sees the receipt", async () => {
    const id = await sealReport();
    expect(await stateOf(id)).toBe("waiting");
    await inPage(`navigator.serviceWorker.controller.postMessage("deliver")`);
    await expect.poll(() => stateOf(id), { timeout: 10_000 }).toBe("received");
    expect(server.received.get(id)?.letters.map(({ organisation }) => organisation)).toEqual(["police", "council"]);
  });

  it("delivers what was sealed with no network when the browser says that there is one again", async () => {
    await server.goDown();
    const id = await sealReport();
    const wake = await waker();
    await wake();
    await expect.poll(() => stateOf(id), { timeout: 10_000 }).toBe("waiting");
    await server.comeUp();
    await inPage(`device.then(({ outbox }) => outbox.sendNow("all"))`);
    await wake();
    await expect.poll(() => stateOf(id), { timeout: 10_000 }).toBe("received");
  });
});

/** What Chromium does when Background Sync has a network. */
async function waker(): Promise<() => Promise<unknown>> {
  const devtools = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [first] = registrations;
      if (first) resolve(first.registrationId);
    });
  });
  await devtools.send("ServiceWorker.enable");
  const registrationId = await registered;
  const event = { origin: server.origin, registrationId, tag: "deliver", lastChance: false };
  return () => devtools.send("ServiceWorker.dispatchSyncEvent", event);
}

describe("a new release", () => {
  it("F15: waits until the person says so, while a report may be being written", async () => {
    server.release();
    await inPage(`navigator.serviceWorker.getRegistration().then((found) => found.update())`);
    const waiting = `navigator.serviceWorker.getRegistration().then((found) => found.waiting !== null)`;
    await expect.poll(() => inPage(waiting), { timeout: 10_000 }).toBe(true);
    await page.waitForTimeout(300);
    expect(await inPage(waiting)).toBe(true);
    await inPage(
      `navigator.serviceWorker.getRegistration().then((found) => found.waiting.postMessage({ type: "SKIP_WAITING" }))`,
    );
    await expect.poll(() => inPage(waiting), { timeout: 10_000 }).toBe(false);
  });
});

it("is small, and holds nothing that opens a letter", () => {
  expect(brotliCompressSync(server.worker).length).toBeLessThan(20_000);
  expect(server.worker).not.toMatch(/AGE-SECRET-KEY|no identity matched|argon2/i);
});
