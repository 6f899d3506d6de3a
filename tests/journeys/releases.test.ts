import type { Page } from "playwright-core";
import { describe, expect, vi } from "vitest";
import type { Passed, Reply } from "./faulty-network.ts";
import { it } from "./journey.ts";
import { nextReleaseWaits, releaseNext } from "./next-release.ts";
import { draftSaved } from "./saved-draft.ts";
import { shortStory } from "./story.ts";
import { arabic, english } from "./words.ts";

const { t } = english;
const story = shortStory("They shouted at me.", { police: "facts", victimsFirst: "nothing", council: "nothing" });
const received = /^Received by Thames Valley Police on /;
const isAsset = ({ path }: Passed) => path.startsWith("/assets/");
const notFound = async (): Promise<Reply> => ({
  status: 404,
  headers: { "content-type": "application/json" },
  body: "{}",
});

describe("F15: a new release while a report is being written", () => {
  it("does not reload the page, says nothing until the report is sealed, and is taken only on the person's word", async ({
    phone,
    network,
    endpoint,
  }) => {
    const { page, reporter } = phone;
    const update = page.getByText(t("update.text"));
    await phone.visit();
    await reporter.writeUntil(story, "ownWords");
    await reporter.fillIn(story);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await releaseNext(page, network, endpoint);
    expect(await page.getByRole("textbox").inputValue()).toBe("They shouted at me.");
    expect(await update.count()).toBe(0);
    await reporter.goOn();
    await reporter.write(story);
    expect(await update.count()).toBe(0);
    await reporter.send();
    await reporter.hands.sees(t("update.text"));
    await reporter.hands.sees(received);
    expect(await page.evaluate("sameDocument")).toBe(true);
    await Promise.all([page.waitForEvent("load"), reporter.hands.press(t("update.now"))]);
    await vi.waitFor(async () => expect(await nextReleaseWaits(page)).toBe(false), { timeout: 30_000 });
  });
});

describe("F16: a window of an older release whose files the server deleted", () => {
  it("goes on to the end of a report, in another language too, once it was ready to work offline in both", async ({
    phone,
    network,
    endpoint,
  }) => {
    const { reporter } = phone;
    await phone.visit();
    await reporter.hands.speak("العربية");
    await reporter.hands.sees(arabic.t("offline.ready"));
    await reporter.hands.speak("English");
    await reporter.hands.sees(t("offline.ready"));
    network.meet(isAsset, notFound);
    await reporter.writeUntil(story, "ownWords");
    await reporter.fillIn(story);
    await reporter.hands.speak("العربية");
    await reporter.hands.sees(arabic.t("questions:ownWords.ask"));
    await reporter.hands.speak("English");
    await reporter.hands.sees(t("questions:ownWords.ask"));
    await reporter.write(story);
    await reporter.send();
    await reporter.hands.sees(received);
    expect((await endpoint.letters("police")).map(({ text }) => text)).toEqual([
      expect.stringContaining("They shouted at me."),
    ]);
  });

  it("keeps the answers and says what to do where a part is missing, and goes on when it can be had", async ({
    phone,
    network,
  }) => {
    const { reporter } = phone;
    const html = await (await fetch(`${network.origin}/en-GB/report/`)).text();
    network.meet((request) => isAsset(request) && !html.includes(request.path), notFound);
    await reporter.begin(network.origin);
    await reporter.writeUntil(story, "keepDraft");
    await reporter.fillIn(story);
    await reporter.hands.press(t("continue"));
    await reporter.hands.sees(t("loading.slow"));
    network.mend();
    await reporter.hands.press(t("loading.again"));
    await reporter.hands.sees(t("report:depth.title"));
    await reporter.write(story);
    await reporter.send();
    await reporter.hands.sees(received);
  });
});

describe("a newer release in another window", () => {
  /** Opens the database as a release after this one would, and keeps it open as long as it is let. */
  const openAsNewer = (page: Page) =>
    page.evaluate(async () => {
      const [known] = await indexedDB.databases();
      const opening = indexedDB.open("notes", (known?.version ?? 0) + 1);
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      opening.result.close();
    });

  it("F11: has to wait for a window in which a report is being written, and says which one to close", async ({
    phone,
    network,
  }) => {
    const { reporter, context } = phone;
    await reporter.begin(network.origin);
    await reporter.writeUntil(story, "place");
    await draftSaved(phone.page);
    const newer = await context.newPage();
    await newer.addInitScript(() => {
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function (name, version) {
        return open.call(this, name, (version ?? 0) + 1);
      };
    });
    await newer.goto(`${network.origin}/en-GB/report/`);
    await newer.getByText(t("saved.blocked")).waitFor();
    await newer.goto(`${network.origin}/en-GB/reports/`);
    await newer.getByRole("alert").getByText(t("report:list.unavailable")).waitFor();
    await reporter.write(story);
    await reporter.send();
    await reporter.hands.sees(received);
  });

  it("F12: that was taken back leaves a device that says so, and the reports on it where they are", async ({
    phone,
    network,
    endpoint,
  }) => {
    const { reporter, page } = phone;
    await phone.visit();
    await phone.loseNetwork();
    await reporter.write(story);
    await reporter.send();
    await page.goto(`${network.origin}/away/`);
    await openAsNewer(page);
    await page.goto(`${network.origin}/en-GB/report/`);
    await reporter.hands.sees(t("saved.newer"));
    await page.goto(`${network.origin}/en-GB/reports/`);
    await page.getByRole("alert").getByText(t("saved.newer")).waitFor();
    const left = await page.evaluate(async () => {
      const opening = indexedDB.open("notes");
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      const counting = opening.result.transaction("parcels").objectStore("parcels").count();
      await new Promise((resolve) => {
        counting.onsuccess = resolve;
      });
      return counting.result;
    });
    expect(left).toBe(1);
    expect((await endpoint.submissions()).size).toBe(0);
  });
});
