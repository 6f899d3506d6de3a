import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { handsOn } from "./chromium.ts";
import type { EndpointUnderTest } from "./endpoint-under-test.ts";
import type { FaultyNetwork } from "./faulty-network.ts";
import type { Hands } from "./hands.ts";
import { english, type Said } from "./words.ts";

const tabletScreen: BrowserContextOptions = {
  viewport: { width: 800, height: 1280 },
  deviceScaleFactor: 1,
  hasTouch: true,
  locale: "en-GB",
  timezoneId: "Europe/London",
};

/** A Connect point's tablet with its own storage, and what its workers do on it. */
export interface TabletUnderTest {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly network: FaultyNetwork;
  readonly work: AtTablet;
}

export async function newTablet(
  browser: Browser,
  network: FaultyNetwork,
  options: BrowserContextOptions = {},
  said: Said = english,
): Promise<TabletUnderTest> {
  const context = await browser.newContext({ ...tabletScreen, ...options });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  return { context, page, network, work: atTablet(handsOn(page), network.origin, () => passphraseOn(page), said) };
}

export const pin = "4711";

/** A tablet in a window that is open already. */
export const tabletOn = (page: Page, origin: string): AtTablet =>
  atTablet(handsOn(page), origin, () => passphraseOn(page));

/** What workers do, page by page, by the words that stand there. */
export interface AtTablet {
  readonly hands: Hands;
  open(): Promise<void>;
  /** From the coordinator's code to the home of the first worker. Says the six words that open the tablet. */
  setUp(endpoint: EndpointUnderTest, name?: string): Promise<string>;
  enrol(code: string): Promise<void>;
  /** Adds a worker on the page that is open, and says their six words. */
  addWorker(name: string): Promise<string>;
  signIn(passphrase: string, name?: string): Promise<void>;
  choosePin(digits?: string): Promise<void>;
  /** Types the PIN on the page that covers everything. */
  uncover(digits?: string): Promise<void>;
  /** Waits for the home of whoever is signed in. */
  isHome(): Promise<void>;
  /** Begins with a visitor who speaks this language, with or without English beside it. */
  beginVisit(language?: string, isBeside?: boolean): Promise<void>;
  /** From the page of this title, where the languages are chosen, to the first question. */
  start(title: "point:start.title" | "point:start.addendumTitle"): Promise<void>;
}

export function atTablet(
  hands: Hands,
  origin: string,
  passphraseShown: () => Promise<string>,
  { t, language: workers }: Said = english,
): AtTablet {
  const work: AtTablet = {
    hands,
    open: () => hands.go(`${origin}/${workers}/point/`),
    async setUp(endpoint, name = "Amina K") {
      await work.open();
      await hands.sees(t("point:enrol.title"));
      await work.enrol(await endpoint.code());
      await hands.sees(t("point:newWorker.firstTitle"));
      const passphrase = await work.addWorker(name);
      await work.choosePin();
      await work.isHome();
      return passphrase;
    },
    async enrol(code) {
      await hands.write({ name: t("point:enrol.code") }, code);
      await hands.press(t("point:enrol.enrol"));
    },
    async addWorker(name) {
      await hands.write({ name: t("point:newWorker.name") }, name);
      await hands.press(t("continue"));
      await hands.sees(t("point:newWorker.yourWords"));
      const passphrase = await passphraseShown();
      await hands.press(t("point:newWorker.written"));
      return passphrase;
    },
    async signIn(passphrase, name) {
      if (name !== undefined) await hands.press(name);
      await hands.write({ name: t("point:signIn.passphrase") }, passphrase);
      await hands.press(t("point:signIn.open"));
    },
    async choosePin(digits = pin) {
      await hands.sees(t("point:pin.choose"));
      await hands.write({ name: t("point:pin.label") }, digits);
      await hands.write({ name: t("point:pin.again") }, digits);
      await hands.press(t("continue"));
    },
    async uncover(digits = pin) {
      await hands.sees(t("point:covered.title"));
      await hands.write({ name: t("point:covered.pin", { name: "Amina K" }) }, digits);
      await hands.press(t("point:covered.open"));
    },
    isHome: () => hands.sees(t("point:home.begin")),
    async beginVisit(language = "English", isBeside = true) {
      await hands.press(t("point:home.begin"));
      await hands.tick({ name: language });
      if (!isBeside) await hands.untick({ name: t("point:start.beside") });
      await work.start("point:start.title");
    },
    async start(title) {
      await hands.press(t("point:start.begin"));
      await hands.headingAfter(t(title));
    },
  };
  return work;
}

export const passphraseOn = async (page: Page): Promise<string> =>
  ((await page.locator("[data-passphrase]").textContent()) ?? "").trim();
