import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, vi } from "vitest";
import { startChromiumProcess } from "./chromium-process.ts";
import { nextReleaseWaits, releaseNext } from "./next-release.ts";
import { reporter } from "./reporter.ts";
import { tabletOn } from "./tablet.ts";
import { both, it, openFirstDraft, visit, words } from "./visit.ts";
import { english } from "./words.ts";

const { t } = english;

describe("F1: the page is killed while somebody types at a Connect point", () => {
  it.for(["in a worker's hands", "in the visitor's own hands"])(
    "%s, and all but the last moment is there when a worker has signed in again",
    async (where, { network, endpoint, onTestFinished }) => {
      const profile = mkdtempSync(join(tmpdir(), "connect-profile-"));
      const chromium = await startChromiumProcess(profile);
      onTestFinished(async () => {
        await chromium.kill();
        rmSync(profile, { recursive: true, force: true });
      });
      const work = tabletOn(chromium.page, network.origin);
      const person = reporter(work.hands);
      const passphrase = await work.setUp(endpoint);
      await work.beginVisit();
      await person.writeUntil(visit(both), "ownWords");
      if (where !== "in a worker's hands") {
        await person.hands.press(t("point:visit.handOver"));
        await person.hands.sees(t("point:visit.yours"));
      }
      const typed: { word: string; at: number }[] = [];
      await chromium.page.getByRole("textbox").focus();
      for (let number = 1; number <= 40; number++) {
        const word = `word${number} `;
        await chromium.page.keyboard.type(word, { delay: 12 });
        typed.push({ word, at: Date.now() });
      }
      const killedAt = Date.now();
      const page = await chromium.killPage();
      const again = tabletOn(page, network.origin);
      await again.signIn(passphrase);
      await again.choosePin();
      await again.isHome();
      await openFirstDraft(page);
      await again.hands.sees(t("questions:ownWords.ask"));
      const there = await page.getByRole("textbox").inputValue();
      for (const { word, at } of typed) if (at < killedAt - 2_000) expect(`${there} `).toContain(word);
    },
  );
});

describe("F15: a new release while a visitor's report lies open", () => {
  it("does not reload the page, says nothing until the report is sealed, and is taken only on a worker's word", async ({
    tablet,
    network,
    endpoint,
  }) => {
    const { work, page } = tablet;
    const person = reporter(work.hands);
    const update = page.getByText(t("update.text"));
    await work.setUp(endpoint);
    await person.hands.sees(t("offline.ready"));
    await work.beginVisit();
    await person.writeUntil(visit(both), "ownWords");
    await person.fillIn(visit(both));
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await releaseNext(page, network, endpoint);
    expect(await page.getByRole("textbox").inputValue()).toBe(words);
    await person.hands.press(t("point:visit.lock"));
    await person.hands.sees(t("point:covered.title"));
    await work.uncover();
    await work.hands.headingAfter(t("point:covered.title"));
    await person.write(visit(both));
    expect(await update.count()).toBe(0);
    await person.hands.press(t("report:check.send"));
    await person.hands.sees(t("point:finished.title"));
    await person.hands.press(t("point:finished.end"));
    await work.isHome();
    await person.hands.sees(t("update.text"));
    expect(await page.evaluate("sameDocument")).toBe(true);
    await Promise.all([page.waitForEvent("load"), person.hands.press(t("update.now"))]);
    await vi.waitFor(async () => expect(await nextReleaseWaits(page)).toBe(false), { timeout: 30_000 });
    await person.hands.sees(t("point:signIn.passphrase"));
    expect((await endpoint.submissions()).size).toBe(1);
  });
});
