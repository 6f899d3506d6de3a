import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { handsOn } from "./chromium.ts";
import type { FaultyNetwork } from "./faulty-network.ts";
import { type Reporter, reporter } from "./reporter.ts";
import { english, type Said } from "./words.ts";

/** A phone with its own storage, in somebody's hand. */
export interface Phone {
  readonly context: BrowserContext;
  /** The page that was opened first. */
  readonly page: Page;
  readonly reporter: Reporter;
  readonly network: FaultyNetwork;
  /** Visits once with the network on, until the app says that it is ready to work without. */
  visit(): Promise<void>;
  loseNetwork(): Promise<void>;
  findNetwork(): Promise<void>;
}

/** A busy machine is slow, not wrong. */
const patienceMs = 60_000;

export const phoneScreen: BrowserContextOptions = {
  viewport: { width: 360, height: 640 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: "en-GB",
  timezoneId: "Europe/London",
};

export async function newPhone(
  browser: Browser,
  network: FaultyNetwork,
  options: BrowserContextOptions = {},
  said: Said = english,
): Promise<Phone> {
  const context = await browser.newContext({ ...phoneScreen, ...options });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  return phoneWith(context, page, network, said);
}

function phoneWith(context: BrowserContext, page: Page, network: FaultyNetwork, said: Said = english): Phone {
  const person = reporter(handsOn(page), said);
  return {
    context,
    page,
    network,
    reporter: person,
    async visit() {
      await person.begin(network.origin);
      await person.hands.sees(said.t("offline.ready"));
    },
    /** The radio goes off, and what slips past it (a service worker) finds nobody either. */
    async loseNetwork() {
      network.cut();
      await context.setOffline(true);
    },
    async findNetwork() {
      network.mend();
      await context.setOffline(false);
    },
  };
}
