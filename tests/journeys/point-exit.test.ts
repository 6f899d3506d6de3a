import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { startChromium } from "./chromium.ts";
import { pressExit } from "./press-exit.ts";
import { type Reporter, reporter } from "./reporter.ts";
import { everythingKept } from "./saved-draft.ts";
import { newTablet, type TabletUnderTest } from "./tablet.ts";
import { both, it, openFirstDraft, visit, words } from "./visit.ts";
import { english } from "./words.ts";

const { t } = english;

const toPoint = "/en-GB/point/";

/** Signs in again and finds the visitor's words where they were left. */
async function findsWordsAgain({ work, page, network }: TabletUnderTest, passphrase: string): Promise<void> {
  await page.goto(`${network.origin}${toPoint}`);
  await work.signIn(passphrase);
  await work.choosePin();
  await work.isHome();
  await openFirstDraft(page);
  await work.hands.sees(t("questions:ownWords.ask"));
  expect(await page.getByRole("textbox").inputValue()).toBe(words);
}

/** Up to a question with the visitor's words in it. */
async function writeWords({ work, page }: TabletUnderTest, person: Reporter): Promise<void> {
  await work.beginVisit();
  await person.writeUntil(visit(both), "ownWords");
  await person.fillIn(visit(both));
  expect(await page.getByRole("textbox").inputValue()).toBe(words);
}

const noWordsOn = async (page: Page): Promise<void> => {
  expect(await page.content()).not.toContain(words);
  expect(await page.locator("form[data-q]").count()).toBe(0);
};

describe("F41: Exit this page at a Connect point with no network", () => {
  it.for(["the worker has it", "the visitor has it"])(
    "while %s clears the screen, leads to a neutral page, and leaves the draft for who signs in",
    async (whose, { tablet, network, endpoint }) => {
      const { work, page, context } = tablet;
      const person = reporter(work.hands);
      await page.goto(`${network.origin}/en-GB/`);
      const passphrase = await work.setUp(endpoint);
      await work.hands.sees(t("offline.ready"));
      network.cut();
      await context.setOffline(true);
      await writeWords(tablet, person);
      if (whose === "the visitor has it") {
        await person.hands.press(t("point:visit.handOver"));
        await person.hands.sees(t("point:visit.yours"));
      }
      await everythingKept(page);
      await pressExit(page);
      await page.getByRole("heading", { name: t("pages:away.title") }).waitFor();
      expect(new URL(page.url()).pathname).toBe("/away/");
      await page.goBack();
      await noWordsOn(page);
      await page.goto(`${network.origin}${toPoint}`);
      await work.hands.sees(t("point:signIn.passphrase"));
      await noWordsOn(page);
      await findsWordsAgain(tablet, passphrase);
    },
  );

  it("leaves what is sealed in the queue, and it arrives once", async ({ tablet, network, endpoint }) => {
    const { work, page, context } = tablet;
    const person = reporter(work.hands);
    await work.setUp(endpoint);
    await work.hands.sees(t("offline.ready"));
    network.cut();
    await context.setOffline(true);
    await work.beginVisit();
    await person.write(visit(both));
    await person.hands.press(t("report:check.send"));
    await person.hands.sees(t("point:finished.title"));
    await pressExit(page);
    await page.getByRole("heading", { name: t("pages:away.title") }).waitFor();
    network.mend();
    await context.setOffline(false);
    await page.goto(`${network.origin}${toPoint}`);
    await expect.poll(async () => (await endpoint.letters("police")).length, { timeout: 30_000 }).toBe(1);
  });
});

describe("F42: what a visitor said at a Connect point", () => {
  it("is behind the lock after Back where the browser kept the whole page aside", async ({
    program,
    network,
    endpoint,
  }) => {
    const browser = await startChromium(program, ["--disable-back-forward-cache"]);
    const tablet = await newTablet(browser, network);
    const { work, page } = tablet;
    await page.addInitScript(() => {
      addEventListener("pageshow", ({ persisted }) => Object.assign(window, { wasKeptAside: persisted }));
    });
    const passphrase = await work.setUp(endpoint);
    await writeWords(tablet, reporter(work.hands));
    await everythingKept(page);
    await page.goto(`${network.origin}/en-GB/`);
    await work.hands.sees(t("pages:start.title"));
    await page.evaluate(() => history.back());
    const covered = page.getByText(t("point:covered.title"));
    await covered
      .or(page.getByText(t("point:signIn.passphrase"), { exact: true }))
      .first()
      .waitFor();
    await noWordsOn(page);
    expect(await page.evaluate("wasKeptAside")).toBe(true);
    await findsWordsAgain(tablet, passphrase);
    await browser.close();
  });

  it("is on no sheet of paper, neither from a question nor from *check the answers*", async ({ tablet, endpoint }) => {
    const { work, page } = tablet;
    const person = reporter(work.hands);
    const shown = async () =>
      (await page.getByText(words).filter({ visible: true }).count()) +
      (await page.getByRole("textbox").filter({ visible: true }).count());
    const onPaper = async () => {
      await page.emulateMedia({ media: "print" });
      const count = await shown();
      await page.emulateMedia({ media: "screen" });
      return count;
    };
    await work.setUp(endpoint);
    await writeWords(tablet, person);
    expect(await onPaper()).toBe(0);
    await person.write(visit(both));
    expect(await shown()).toBeGreaterThan(0);
    expect(await onPaper()).toBe(0);
  });
});
