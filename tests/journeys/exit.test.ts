import type { Page } from "playwright-core";
import { describe, expect, vi } from "vitest";
import { startChromium } from "./chromium.ts";
import { deliveries, gate } from "./faulty-network.ts";
import { it } from "./journey.ts";
import { newPhone, type Phone } from "./phone.ts";
import { pressExit } from "./press-exit.ts";
import { draftSaved } from "./saved-draft.ts";
import { type Story, shortStory } from "./story.ts";
import { english } from "./words.ts";

const { t } = english;
const words = "They shouted at me.";
const story = shortStory(words, { police: "facts", victimsFirst: "nothing", council: "nothing" });
const kept: Story = { ...story, password: "correct horse battery staple" };
const received = /^Received by Thames Valley Police on /;

/** Shows the answers again and goes on, from as far as they were kept, to *check your answers*. */
async function goOnWriting({ reporter, page }: Phone): Promise<void> {
  await reporter.hands.press(t("report:lock.continue"));
  await page.getByText(t("report:lock.title")).waitFor({ state: "detached" });
  await reporter.write(story);
}

/** Tells how long after the touch nothing of the page was left to see. */
async function clearedAfterMs(page: Page, deed: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const begin = (event: Event) => {
      const cleared = () => {
        const sheet = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
        if (document.querySelector("h1") || sheet?.textContent) return;
        watching.disconnect();
        sessionStorage.setItem("cleared", String(performance.now() - event.timeStamp));
      };
      const watching = new MutationObserver(cleared);
      watching.observe(document.body, { childList: true, subtree: true });
    };
    addEventListener("click", begin, { capture: true });
    addEventListener("keyup", begin, { capture: true });
  });
  await deed();
  await page.waitForURL("**/away/");
  return Number((await page.evaluate(() => sessionStorage.getItem("cleared"))) ?? Number.NaN);
}

/** Nothing that was written is on the page or behind Back. */
async function expectGone({ page, network }: Phone): Promise<void> {
  await page.getByRole("heading", { name: t("pages:away.title") }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/away/");
  await page.goBack();
  expect(await page.content()).not.toContain(words);
  expect(page.url().startsWith(network.origin)).toBe(false);
}

describe("F41: Exit this page", () => {
  it("with no network clears the screen at once, leads to a neutral page, and leaves what was sealed in the queue", async ({
    phone,
    network,
    endpoint,
  }) => {
    const { reporter, page } = phone;
    await phone.visit();
    await phone.loseNetwork();
    await page.reload();
    await reporter.write(story);
    await reporter.send();
    await reporter.hands.press(t("report:sent.another"));
    await reporter.write(story);
    await draftSaved(page);
    await page.goto("about:blank");
    await page.goto(`${network.origin}/en-GB/report/`);
    await goOnWriting(phone);
    await reporter.hands.sees(words);
    expect(await clearedAfterMs(page, () => pressExit(page))).toBeLessThan(100);
    await expectGone(phone);
    await page.goto(`${network.origin}/en-GB/report/`);
    await reporter.hands.sees(t("questions:danger.ask"));
    expect(await page.getByText(t("report:lock.title")).count()).toBe(0);
    await phone.findNetwork();
    await page.goto(`${network.origin}/en-GB/reports/`);
    await reporter.hands.sees(received);
    expect((await endpoint.submissions()).size).toBe(1);
  });

  it("is Shift pressed three times as well, and says so to a screen reader", async ({ phone }) => {
    const { reporter, page } = phone;
    await phone.visit();
    await phone.loseNetwork();
    await reporter.writeUntil(story, "ownWords");
    await reporter.fillIn(story);
    await page.keyboard.press("Shift");
    await page.getByRole("status").getByText(t("exit.twoMore")).waitFor();
    await page.keyboard.press("Shift");
    await page.getByRole("status").getByText(t("exit.oneMore")).waitFor();
    expect(await clearedAfterMs(page, () => page.keyboard.press("Shift"))).toBeLessThan(100);
    await expectGone(phone);
  });

  it("is not pressed by somebody who writes in capitals", async ({ phone, network }) => {
    const { reporter, page } = phone;
    await reporter.begin(network.origin);
    await reporter.writeUntil(story, "ownWords");
    await page.getByRole("textbox").focus();
    for (const letter of "HELP ME") await page.keyboard.press(letter === " " ? "Space" : `Shift+${letter}`);
    expect(await page.getByRole("textbox").inputValue()).toBe("HELP ME");
  });

  it("with a network leads to a page about the weather, and Back does not lead here", async ({ phone, network }) => {
    const { reporter, page, context } = phone;
    const weather = "https://www.bbc.co.uk/weather";
    await context.route(`${weather}**`, (route) => route.fulfill({ contentType: "text/html", body: "<h1>Sunny</h1>" }));
    await reporter.begin(network.origin);
    await reporter.writeUntil(story, "ownWords");
    await reporter.fillIn(story);
    await pressExit(page);
    await page.getByRole("heading", { name: "Sunny" }).waitFor();
    expect(page.url()).toBe(weather);
    await page.goBack();
    expect(page.url().startsWith(network.origin)).toBe(false);
  });

  it("in the middle of sealing leaves the sealed report whole, or the kept draft", async ({
    phone,
    network,
    endpoint,
  }) => {
    const { reporter, page } = phone;
    await phone.visit();
    await phone.loseNetwork();
    await page.reload();
    await reporter.write(kept);
    await draftSaved(page);
    await page.evaluate(
      ([send, sealing]) => {
        const press = (name: string | undefined) =>
          [...document.querySelectorAll<HTMLElement>("button, a")].findLast((each) => each.textContent === name);
        const leave = press("Exit this page");
        new MutationObserver(() => {
          if (document.querySelector("h1")?.textContent === sealing) leave?.click();
        }).observe(document.body, { childList: true, subtree: true, characterData: true });
        press(send)?.click();
      },
      [t("report:check.send"), t("report:sealing.title")],
    );
    await page.waitForURL((url) => !url.pathname.startsWith("/en-GB/report"));
    await phone.findNetwork();
    await page.goto(`${network.origin}/en-GB/report/`);
    const locked = page.getByText(t("report:lock.kept"));
    const fresh = page.getByText(t("questions:danger.ask"));
    await page.getByText(t("offline.ready")).waitFor();
    await locked.or(fresh).first().waitFor();
    if (await locked.isVisible()) {
      await reporter.hands.write({ name: t("report:passphrase.label") }, kept.password ?? "");
      await reporter.hands.press(t("report:lock.unlock"));
      await locked.waitFor({ state: "detached" });
      await reporter.write(kept);
      await reporter.send();
    }
    await page.goto(`${network.origin}/en-GB/reports/`);
    await reporter.hands.sees(received);
    expect((await endpoint.letters("police")).map(({ text }) => text)).toEqual([expect.stringContaining(words)]);
  });

  it("in the middle of an upload leaves the report in the queue, and it arrives once", async ({
    phone,
    network,
    endpoint,
  }) => {
    const { reporter, page } = phone;
    await phone.visit();
    const slow = gate();
    network.meet(deliveries, slow.fault);
    await reporter.write(story);
    await reporter.send();
    await vi.waitFor(() => expect(slow.held()).toBe(1));
    await phone.context.setOffline(true);
    expect(await clearedAfterMs(page, () => pressExit(page))).toBeLessThan(100);
    await expectGone(phone);
    slow.open();
    await phone.findNetwork();
    await page.goto(`${network.origin}/en-GB/reports/`);
    await reporter.hands.sees(received);
    expect(await endpoint.letters("police")).toHaveLength(1);
  });
});

describe("F42: what was written", () => {
  it("is behind the lock page after Back", async ({ phone, network }) => {
    const { reporter, page } = phone;
    await reporter.begin(network.origin);
    await reporter.write(story);
    await draftSaved(page);
    await reporter.hands.press(t("product"));
    await reporter.hands.sees(t("pages:start.title"));
    await page.goBack();
    await reporter.hands.sees(t("report:lock.title"));
    expect(await page.content()).not.toContain(words);
    await goOnWriting(phone);
    await reporter.hands.sees(words);
  });

  it("is behind the lock page after Back where the browser kept the whole page aside", async ({ program, network }) => {
    const browser = await startChromium(program, ["--disable-back-forward-cache"]);
    const phone = await newPhone(browser, network);
    const { reporter, page } = phone;
    await page.addInitScript(() => {
      addEventListener("pageshow", ({ persisted }) => Object.assign(window, { wasKeptAside: persisted }));
    });
    await reporter.begin(network.origin);
    await reporter.write(story);
    await draftSaved(page);
    await reporter.hands.press(t("product"));
    await reporter.hands.sees(t("pages:start.title"));
    await page.evaluate(() => history.back());
    await reporter.hands.sees(t("report:lock.title"));
    expect(await page.evaluate("wasKeptAside")).toBe(true);
    expect(await page.content()).not.toContain(words);
    await goOnWriting(phone);
    await reporter.hands.sees(words);
    await browser.close();
  });

  it("is on no sheet of paper, neither from a question nor from *check your answers*", async ({ phone, network }) => {
    const { reporter, page } = phone;
    const isShown = async () =>
      (await page.getByText(words).filter({ visible: true }).count()) > 0 ||
      (await page.getByRole("textbox").filter({ visible: true }).count()) > 0;
    const onPaper = async () => {
      await page.emulateMedia({ media: "print" });
      const shown = await isShown();
      await page.emulateMedia({ media: "screen" });
      return shown;
    };
    await reporter.begin(network.origin);
    await reporter.writeUntil(story, "ownWords");
    await reporter.fillIn(story);
    expect(await isShown()).toBe(true);
    expect(await onPaper()).toBe(false);
    await reporter.write(story);
    expect(await isShown()).toBe(true);
    expect(await onPaper()).toBe(false);
  });
});
