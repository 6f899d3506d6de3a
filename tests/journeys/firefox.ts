import { type ElementHandle, launch, type Page } from "puppeteer-core";
import { it as journey } from "./journey.ts";
import { type Driver, thingOnPage } from "./other-browsers.ts";
import { phoneScreen } from "./phone.ts";

/** A test with a page of its own in Firefox. */
export const it = journey
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

/** What Firefox does with the page that is open. */
export function driverOf(page: Page): Driver<ElementHandle> {
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
