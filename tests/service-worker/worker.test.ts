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
    for (const other of ["/", "/xx/", "/ar/", "/ar/report/"]) {
      await page.goto(server.origin + other); // a language that is not kept, or none that we have
      expect(await heading()).toBe("Start");
    }
    await expect(page.goto(`${server.origin}/v1/health`)).rejects.toThrow();
  });

  it("asks the network for a page it does not have, when there is one", async () => {
    const response = await page.goto(`${server.origin}/en-GB/not-here/`);
    expect(response?.status()).toBe(404);
  });
});

describe("what a device keeps", () => {
  const keep = (packs: readonly string[] | "all") =>
    inPage<boolean>(`new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      const message = { type: "KEEP_OFFLINE", packs: ${JSON.stringify(packs)} };
      navigator.serviceWorker.controller.postMessage(message, [port2]);
    })`);
  const offline = async (address: string) => {
    await page.goto(server.origin + address);
    return heading();
  };

  it("is the language of the page that was opened first, in the copy that is meant to be kept, and no other", async () => {
    const foreign = server.asked.filter((path) => path.includes("/ar/") || path.includes("/point/"));
    expect(foreign).toEqual([]);
    await server.goDown();
    await page.goto(`${server.origin}/en-GB/`);
    expect(await page.getByText("kept").count()).toBe(1);
  });

  it("grows by a language that is chosen, and what was there is not fetched again", async () => {
    const before = server.asked.length;
    expect(await keep(["ar"])).toBe(true);
    const fetched = server.asked.slice(before);
    expect(fetched.toSorted()).toEqual(["/ar/report/", "/assets/ar/words.js", "/kept/ar/index.html"]);
    await server.goDown();
    expect(await offline("/ar/report/")).toBe("البلاغ");
    expect(await offline("/en-GB/report/")).toBe("Report");
    expect(await offline("/ar/something-else/")).toBe("البداية");
  });

  it("is everything on a tablet, the tablet's own pages in every language as well", async () => {
    expect(await keep("all")).toBe(true);
    await server.goDown();
    expect(await offline("/ar/point/")).toBe("الجهاز");
    expect(await offline("/en-GB/point/")).toBe("Tablet");
  });

  it("is not said to be there when some of it could not be had, and is completed when it can", async () => {
    server.missing.add("/assets/ar/words.js");
    expect(await keep(["ar"])).toBe(false);
    server.missing.clear();
    const before = server.asked.length;
    expect(await keep([])).toBe(true); // what was begun is wanted still
    expect(server.asked.slice(before)).toContain("/assets/ar/words.js");
    await server.goDown();
    expect(await keep(["ar"])).toBe(true);
    expect(await keep(["point"])).toBe(false);
  });

  it("is all brought up to date by a new release, also what was chosen after that release had come", async () => {
    await keep(["ar"]);
    await takeNewRelease(async () => void (await keep(["point"])));
    await server.goDown();
    for (const address of ["/en-GB/report/", "/ar/report/", "/ar/point/", "/en-GB/point/"]) {
      await page.goto(server.origin + address);
      expect(await page.getByText("2", { exact: true }).count(), address).toBe(1);
    }
  });

  it("stays as it is while a new release cannot be had whole", async () => {
    await keep(["ar"]);
    server.release();
    server.missing.add("/ar/report/");
    await inPage(`navigator.serviceWorker.getRegistration().then((found) => found.update()).catch(() => 0)`);
    await page.waitForTimeout(500);
    expect(await inPage(waiting)).toBe(false);
    await server.goDown();
    expect(await offline("/ar/report/")).toBe("البلاغ");
    expect(await page.getByText("2", { exact: true }).count()).toBe(0);
  });
});

const waiting = `navigator.serviceWorker.getRegistration().then((found) => found.waiting !== null)`;

/** Installs another release, lets something happen while it waits, and takes it on the person's word. */
async function takeNewRelease(meanwhile: () => Promise<void> = async () => {}): Promise<void> {
  server.release();
  await inPage(`navigator.serviceWorker.getRegistration().then((found) => found.update())`);
  await expect.poll(() => inPage(waiting), { timeout: 10_000 }).toBe(true);
  await meanwhile();
  await inPage(
    `navigator.serviceWorker.getRegistration().then(({ waiting }) => new Promise((resolve) => {
      waiting.addEventListener("statechange", () => waiting.state === "activated" && resolve());
      waiting.postMessage({ type: "SKIP_WAITING" });
    }))`,
  );
}

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
    await takeNewRelease(async () => {
      await page.waitForTimeout(300);
      expect(await inPage(waiting)).toBe(true);
    });
    expect(await inPage(waiting)).toBe(false);
  });
});

it("is small, and holds nothing that opens a letter", () => {
  expect(brotliCompressSync(server.worker).length).toBeLessThan(20_000);
  expect(server.worker).not.toMatch(/AGE-SECRET-KEY|no identity matched|argon2/i);
});
