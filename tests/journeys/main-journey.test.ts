import { describe, expect, vi } from "vitest";
import { gate } from "./faulty-network.ts";
import { it } from "./journey.ts";
import { type Phone, phoneScreen } from "./phone.ts";
import { shortStory } from "./story.ts";
import { wakeWorker } from "./sync-event.ts";
import { english } from "./words.ts";

const { t } = english;
const toThePolice = shortStory("They shouted at me.", { police: "facts", victimsFirst: "nothing", council: "nothing" });

/** Writes and seals a short report with the network off, on a phone that was here once. */
async function sealOffline(phone: Phone): Promise<void> {
  const { reporter, page } = phone;
  await phone.visit();
  await phone.loseNetwork();
  await page.reload();
  await reporter.write(toThePolice);
  await reporter.send();
  await reporter.hands.sees(t("report:status.waiting"));
}

it("is ready to work offline also when somebody goes on to the report before all was fetched", async ({
  phone,
  network,
}) => {
  const { reporter, page } = phone;
  const fetching = gate();
  network.meet(({ path }) => path.includes("/support/"), fetching.fault); // a page that only the service worker fetches
  await page.goto(`${network.origin}/en-GB/`);
  await vi.waitUntil(() => fetching.held() > 0, { timeout: 30_000 });
  await reporter.hands.press(t("pages:start.report"));
  await reporter.hands.sees(t("questions:danger.ask"));
  fetching.open();
  await reporter.hands.sees(t("offline.ready"));
});

describe(`a report written on a phone (${phoneScreen.viewport?.width} × ${phoneScreen.viewport?.height}) with no network`, () => {
  it("says where it is in words, and is received without a touch when the network comes back", async ({
    phone,
    endpoint,
  }) => {
    await sealOffline(phone);
    expect(await endpoint.submissions()).toEqual(new Set());
    const reference = await phone.page.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent();
    await phone.findNetwork();
    await phone.reporter.hands.sees(/^Received by Thames Valley Police on /);
    expect((await endpoint.letters("police")).map(({ text }) => text)).toEqual([
      expect.stringContaining("They shouted at me."),
    ]);
    expect(reference).toBeTruthy();
  });

  it("is delivered by the browser after the page was closed", async ({ phone, endpoint }) => {
    await sealOffline(phone);
    const asked = () => phone.page.evaluate(async () => (await navigator.serviceWorker.ready).sync.getTags());
    await vi.waitFor(async () => expect(await asked()).toContain("deliver"));
    const elsewhere = await phone.context.newPage();
    await phone.page.close();
    await phone.findNetwork();
    await wakeWorker(elsewhere, phone.network.origin, "deliver");
    await vi.waitFor(async () => expect((await endpoint.submissions()).size).toBe(1), { timeout: 30_000 });
  });

  it("is delivered on the next opening where the browser did not do it", async ({ phone, endpoint, network }) => {
    await sealOffline(phone);
    await phone.page.close();
    await phone.findNetwork();
    const page = await phone.context.newPage();
    await page.goto(`${network.origin}/en-GB/reports/`);
    await page.getByText(/^Received by Thames Valley Police on /).waitFor();
    await page.getByText(t("report:list.allSent")).waitFor();
    expect((await endpoint.submissions()).size).toBe(1);
  });
});
