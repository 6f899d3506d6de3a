import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { handsOn } from "./chromium.ts";
import { type ChromiumProcess, startChromiumProcess } from "./chromium-process.ts";
import type { FaultyNetwork } from "./faulty-network.ts";
import { it } from "./journey.ts";
import { reporter as reporterOf } from "./reporter.ts";
import { draftSaved } from "./saved-draft.ts";
import { type Story, shortStory } from "./story.ts";
import { english } from "./words.ts";

const { t } = english;
const words = "They shouted at me.";
const password = "correct horse battery staple";
const story = shortStory(words, { police: "facts", victimsFirst: "facts", council: "nothing" });
const kept: Story = { ...story, password };

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "connect-profile-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const running = new Set<ChromiumProcess>();
afterAll(async () => {
  await Promise.all([...running].map((each) => each.kill()));
});

async function started(profile: string): Promise<ChromiumProcess> {
  const chromium = await startChromiumProcess(join(folder, profile));
  running.add(chromium);
  return chromium;
}

describe("F1: the page is killed while somebody types", () => {
  it("and all but the last moment is there again when it is loaded again", async ({ network }) => {
    const chromium = await started("typing");
    const person = reporterOf(handsOn(chromium.page));
    await person.begin(network.origin);
    await person.writeUntil(story, "ownWords");
    const typed: { word: string; at: number }[] = [];
    await chromium.page.getByRole("textbox").focus();
    for (let number = 1; number <= 40; number++) {
      const word = `word${number} `;
      await chromium.page.keyboard.type(word, { delay: 12 });
      typed.push({ word, at: Date.now() });
    }
    const killedAt = Date.now();
    const page = await chromium.killPage();
    const again = reporterOf(handsOn(page));
    await again.hands.press(t("report:lock.continue"));
    await again.hands.sees(t("questions:ownWords.ask"));
    const there = await page.getByRole("textbox").inputValue();
    for (const { word, at } of typed) if (at < killedAt - 2_000) expect(`${there} `).toContain(word);
  });
});

const eitherOne = /^(a draft|a sealed report)$/;

describe("F2: the browser is killed in the middle of sealing", () => {
  /** What the page says at that moment, how long after it, and what may then be there. */
  const moments = [
    ["at the touch on Send", t("report:check.title"), 0, /^a draft$/],
    ["while the last letter is sealed", t("report:sealing.step", { organisation: "Victims First" }), 0, eitherOne],
    ["while the letters are put away", t("report:sealing.step", { organisation: "Victims First" }), 80, eitherOne],
    ["when it says that it is sealed", t("report:sent.reference"), 0, /^a sealed report$/],
  ] as const;

  it("leaves the whole draft or the whole sealed report, never neither and never both", async ({
    network,
    endpoint,
  }) => {
    await prepare(network);
    let sealed = 0;
    for (const [moment, saying, afterMs, allowed] of moments) {
      cpSync(join(folder, "prepared"), join(folder, moment), { recursive: true });
      const chromium = await started(moment);
      await unlock(chromium.page, network.origin);
      await pressSend(chromium.page, saying);
      await pause(afterMs);
      await chromium.kill();

      const again = await started(moment);
      const found = await whatIsThere(again.page, network.origin);
      expect(found, moment).toMatch(allowed);
      if (found === "a draft") {
        await unlock(again.page, network.origin);
        await reporterOf(handsOn(again.page)).send();
      }
      network.mend();
      await again.page.goto(`${network.origin}/en-GB/reports/`);
      await again.page.getByText(/^Received by Thames Valley Police on /).waitFor();
      await again.page.getByText(/^Received by Victims First on /).waitFor();
      network.cut();
      sealed += 1;
      expect((await endpoint.letters("police")).map(({ text }) => text.includes(words))).toEqual(
        Array.from({ length: sealed }, () => true),
      );
      await again.kill();
    }
  });

  /** A profile with the app ready to work offline and a kept draft at *check your answers*. */
  async function prepare(network: FaultyNetwork): Promise<void> {
    const chromium = await started("prepared");
    const person = reporterOf(handsOn(chromium.page));
    await person.begin(network.origin);
    await person.hands.sees(t("offline.ready"));
    network.cut();
    await person.write(kept);
    await draftSaved(chromium.page);
    await chromium.close();
  }

  /** Opens the kept draft and goes on to *check your answers*. */
  async function unlock(page: Page, origin: string): Promise<void> {
    const person = reporterOf(handsOn(page));
    await person.begin(origin);
    await person.hands.write({ name: t("report:passphrase.label") }, password);
    await person.hands.press(t("report:lock.unlock"));
    await page.getByText(t("report:lock.kept")).waitFor({ state: "detached" });
    await person.write(kept);
    await person.hands.sees(words);
  }

  /** Presses Send and waits until the page says this. */
  async function pressSend(page: Page, saying: string): Promise<void> {
    const said = page.waitForEvent("console", (message) => message.text() === "said");
    await page.evaluate((words) => {
      const look = () => document.querySelector("main")?.textContent?.includes(words) && console.log("said");
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
      setTimeout(look);
    }, saying);
    await page.getByRole("button", { name: t("report:check.send") }).dispatchEvent("click");
    await said;
  }

  async function whatIsThere(page: Page, origin: string): Promise<string> {
    await page.goto(`${origin}/en-GB/reports/`);
    const unsent = page.getByText(t("report:list.unsent", { count: 1 }));
    const empty = page.getByText(t("report:list.empty"));
    await unsent.or(empty).waitFor();
    const reports = await unsent.count();
    await page.goto(`${origin}/en-GB/report/`);
    const locked = page.getByText(t("report:lock.kept"));
    await page.getByText(t("offline.ready")).waitFor();
    await locked.waitFor({ timeout: 2_000 }).catch(() => {}); // no draft is an answer as well
    const drafts = await locked.count();
    return [...Array(drafts).fill("a draft"), ...Array(reports).fill("a sealed report")].join(" and ");
  }
});
