import type { Page } from "playwright-core";
import { describe, expect, vi } from "vitest";
import { deliveries, gate } from "./faulty-network.ts";
import { pressExit } from "./press-exit.ts";
import { reporter } from "./reporter.ts";
import { everythingKept } from "./saved-draft.ts";
import type { TabletUnderTest } from "./tablet.ts";
import { both, it, visit, words } from "./visit.ts";
import { english } from "./words.ts";

const { t } = english;

/** What the endpoint tells its tablets unless somebody set it otherwise. */
const idleMs = 2 * 60_000;
const hiddenMs = 30_000;

/** Far more than it takes: how fast exactly is measured by the benchmark. */
const soonMs = 500;

/** The page looks hidden from now on, as when another app is in front of it. */
const hide = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });

/** A visit on a tablet whose clock the test winds on. */
async function visitUnderClock({ work, page }: TabletUnderTest, setUp: () => Promise<unknown>): Promise<void> {
  await page.addInitScript(() => Object.assign(window, { realNow: performance.now.bind(performance) }));
  await page.clock.install();
  await setUp();
  await work.beginVisit();
}

describe("F43: a tablet that nobody touches", () => {
  it("covers the visitor's answers after the minutes of its Connect point, while the upload of a sealed report goes on", async ({
    tablet,
    network,
    endpoint,
  }) => {
    const { work, page } = tablet;
    const person = reporter(work.hands);
    const slow = gate();
    await visitUnderClock(tablet, () => work.setUp(endpoint));
    network.meet(deliveries, slow.fault);
    await person.write(visit(both, { ownWords: "The first visitor." }));
    await person.hands.press(t("report:check.send"));
    await person.hands.sees(t("point:finished.title"));
    await person.hands.press(t("point:finished.end"));
    await vi.waitUntil(() => slow.held() > 0, { timeout: 30_000 });
    await work.beginVisit();
    await person.writeUntil(visit(both), "ownWords");
    await person.fillIn(visit(both));
    await everythingKept(page);
    await page.clock.fastForward(idleMs - 20_000);
    expect(await page.getByRole("textbox").inputValue()).toBe(words);
    await page.clock.fastForward(20_000);
    await work.hands.sees(t("point:covered.title"));
    expect(await page.content()).not.toContain(words);
    slow.open();
    await vi.waitFor(async () => expect((await endpoint.letters("police")).length).toBe(1), { timeout: 30_000 });
    await work.uncover();
    await work.hands.headingAfter(t("point:covered.title"));
    expect(await page.getByRole("textbox").inputValue()).toBe(words);
  });

  it("is covered after as many minutes as the coordinator set", async ({ tablet, endpoint }) => {
    const { work, page } = tablet;
    await page.clock.install();
    const code = await endpoint.code();
    await endpoint.set("idleMinutes", "10");
    await work.open();
    await work.enrol(code);
    await work.hands.sees(t("point:newWorker.firstTitle"));
    await work.addWorker("Amina K");
    await work.choosePin();
    await work.isHome();
    await page.clock.fastForward(9 * 60_000);
    await work.isHome();
    await page.clock.fastForward(60_000);
    await work.hands.sees(t("point:covered.title"));
  });

  it("is covered when it was out of sight for half a minute, and not when it was for a moment", async ({
    tablet,
    endpoint,
  }) => {
    const { work, page } = tablet;
    const person = reporter(work.hands);
    await visitUnderClock(tablet, () => work.setUp(endpoint));
    await person.writeUntil(visit(both), "ownWords");
    await person.fillIn(visit(both));
    await hide(page);
    await page.clock.fastForward(hiddenMs - 10_000);
    expect(await page.getByRole("textbox").inputValue()).toBe(words);
    await page.clock.fastForward(10_000);
    await work.hands.sees(t("point:covered.title"));
    expect(await page.content()).not.toContain(words);
  });
});

describe("locking", () => {
  const ways = {
    "by the clock": async (page: Page) => {
      await page.evaluate((ms) => setTimeout(() => dispatchEvent(new Event("locking")), ms), idleMs - 1);
      await page.clock.fastForward(idleMs);
    },
    "out of sight": async (page: Page) => {
      await page.evaluate((ms) => setTimeout(() => dispatchEvent(new Event("locking")), ms), hiddenMs - 1);
      await hide(page);
      await page.clock.fastForward(hiddenMs);
    },
    "by its button": async (page: Page) => {
      await page.evaluate(() =>
        addEventListener("click", () => dispatchEvent(new Event("locking")), { capture: true, once: true }),
      );
      await page.getByRole("button", { name: t("point:visit.lock") }).click();
    },
    "by Exit": async (page: Page) => {
      await page.evaluate(() =>
        addEventListener("click", () => dispatchEvent(new Event("locking")), { capture: true, once: true }),
      );
      await pressExit(page);
    },
  } as const;

  it.for(Object.entries(ways))(
    "%s leaves no answer on the page, and none is kept after it",
    async ([, lock], { tablet, endpoint }) => {
      const { work, page, context } = tablet;
      const person = reporter(work.hands);
      await visitUnderClock(tablet, async () => {
        await work.setUp(endpoint);
        await work.hands.sees(t("offline.ready"));
        await context.setOffline(true);
      });
      await person.writeUntil(visit(both), "ownWords");
      await person.fillIn(visit(both));
      await everythingKept(page);
      await page.evaluate((written) => {
        const { realNow } = window as unknown as { readonly realNow: () => number };
        const box = document.querySelector("textarea");
        addEventListener("locking", () => {
          const begun = realNow();
          const look = () => {
            if (document.querySelector("textarea") || document.body.textContent?.includes(written)) return;
            watching.disconnect();
            sessionStorage.setItem("cleared", String(realNow() - begun));
            // Whoever still holds the old page types on: nothing of it may be kept.
            if (box) box.value = "after the lock";
            box?.dispatchEvent(new Event("input", { bubbles: true }));
          };
          const watching = new MutationObserver(look);
          watching.observe(document.body, { childList: true, subtree: true });
          look();
        });
      }, words);
      await lock(page);
      await page
        .getByText(t("point:covered.title"))
        .or(page.getByRole("heading", { name: t("pages:away.title") }))
        .first()
        .waitFor();
      expect(Number((await page.evaluate(() => sessionStorage.getItem("cleared"))) ?? Number.NaN)).toBeLessThan(soonMs);
      const atLock = await keptOn(page);
      await everythingKept(page);
      expect(atLock).toHaveLength(1);
      expect(await keptOn(page)).toEqual(atLock);
    },
  );
});

/** Every draft on the device, with how often it was kept. */
function keptOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const opening = indexedDB.open("notes");
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const reading = database.transaction("drafts").objectStore("drafts").getAll();
    const drafts = await new Promise<readonly { readonly id: string; readonly sequence: number }[]>((resolve) => {
      reading.onsuccess = () => resolve(reading.result);
    });
    database.close();
    return drafts.map(({ id, sequence }) => `${id} ${sequence}`);
  });
}
