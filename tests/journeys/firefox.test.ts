import { type ElementHandle, launch, type Page } from "puppeteer-core";
import { it as journey } from "./journey.ts";
import { type Driver, handsThrough, reportWithoutNetwork, thingOnPage } from "./other-browsers.ts";
import { phoneScreen } from "./phone.ts";

const it = journey
  .extend("program", { scope: "file" }, () => process.env["FIREFOX"] ?? "/usr/bin/firefox-esr")
  .extend("firefox", { scope: "file" }, async ({ program }, { onCleanup }) => {
    const defaultViewport = phoneScreen.viewport ?? null;
    const browser = await launch({ browser: "firefox", executablePath: program, headless: true, defaultViewport });
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("page", async ({ firefox }, { onCleanup }) => {
    const context = await firefox.createBrowserContext();
    onCleanup(() => context.close());
    return context.newPage();
  });

function driverOf(page: Page): Driver<ElementHandle> {
  return {
    go: async (address) => void (await page.goto(address)),
    find: async (wanted) => (await page.evaluateHandle(thingOnPage, wanted)).asElement() as ElementHandle | null,
    async click(thing) {
      // As a person does who sees that the bar at the bottom covers it.
      await thing.evaluate((each) => each.scrollIntoView({ block: "center" }));
      await thing.click();
    },
    isTicked: (thing) => thing.evaluate((option) => (option as HTMLInputElement).checked),
    async type(field, text) {
      await field.evaluate((element) => (element as HTMLInputElement).select());
      await field.type(text);
    },
    text: (thing) =>
      thing ? thing.evaluate((each) => (each as HTMLElement).innerText) : page.evaluate(() => document.body.innerText),
  };
}

it("a report written in Firefox with no network waits on the phone, and is received when the network comes back", async ({
  page,
  network,
  endpoint,
}) => {
  const phone = {
    hands: handsThrough(driverOf(page)),
    origin: network.origin,
    reload: async () => void (await page.reload()),
    async loseNetwork() {
      network.cut(); // Firefox's own switch leaves out the service worker
      await page.setOfflineMode(true);
    },
    async findNetwork() {
      network.mend();
      await page.setOfflineMode(false);
      // The switch says nothing to a page that was loaded while it was off; a real network does.
      await page.evaluate(() => dispatchEvent(new Event("online")));
    },
  };
  await reportWithoutNetwork(phone, endpoint);
});
