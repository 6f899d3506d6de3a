import type { Page } from "playwright-core";
import { describe, expect, vi } from "vitest";
import { readLetter } from "../../src/report/letter-schema.ts";
import { emptyStorage, fillStorage } from "./ballast.ts";
import { openedWithAge } from "./endpoint-under-test.ts";
import { it } from "./journey.ts";
import { newPhone, type Phone } from "./phone.ts";
import { savedFile } from "./sealed-file.ts";
import { shortStory } from "./story.ts";
import { english } from "./words.ts";

const { t } = english;
const words = "They shouted at me.";
const story = shortStory(words, { police: "facts", victimsFirst: "nothing", council: "nothing" });
const received = /^Received by Thames Valley Police on /;

async function sealOffline({ reporter, page, visit, loseNetwork }: Phone): Promise<void> {
  await visit();
  await loseNetwork();
  await page.reload();
  await reporter.write(story);
  await reporter.send();
  await reporter.hands.sees(t("report:status.waiting"));
}

describe("F5: no room on the device for a sealed report", () => {
  const hasDraft = (page: Page) =>
    page.evaluate(async () => {
      const opening = indexedDB.open("notes");
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result);
      });
      const counting = database.transaction("drafts").objectStore("drafts").count();
      const drafts = await new Promise<number>((resolve) => {
        counting.onsuccess = () => resolve(counting.result);
      });
      database.close();
      return drafts > 0;
    });
  const moments = {
    "of a report whose draft is on the device": async ({ page, reporter }: Phone) => {
      await reporter.writeUntil(story, "ownWords");
      await vi.waitUntil(() => hasDraft(page), 10_000);
      await reporter.write(story);
      await fillStorage(page);
    },
    "nor for a draft of it": async ({ page, reporter }: Phone) => {
      await fillStorage(page);
      await reporter.write(story);
      expect(await hasDraft(page)).toBe(false);
    },
  } as const;

  it.for(Object.entries(moments))(
    "%s: keeps every answer where it is, gives the sealed file, and sends when there is room again",
    async ([, fill], { phone, endpoint, network, built }) => {
      const { page, reporter, context } = phone;
      const devtools = await context.newCDPSession(page);
      await devtools.send("Storage.overrideQuotaForOrigin", { origin: network.origin, quotaSize: 3_000_000 });
      await reporter.begin(network.origin);
      await fill(phone);
      await reporter.hands.press(t("report:check.send"));
      await reporter.hands.sees(t("report:refused.full"));
      expect(await reporter.where()).toBe("check");
      await reporter.hands.sees(words);
      const { bytes } = await savedFile(page, "police");
      const rescued = readLetter(await openedWithAge(built.keys, "police", bytes));
      expect(JSON.stringify(rescued)).toContain(words);
      await emptyStorage(page);
      await reporter.send();
      await reporter.hands.sees(received);
      const arrived = await endpoint.letters("police");
      expect(arrived.map(({ letter }) => letter.submission)).toEqual([rescued?.submission]); // not a second report
    },
  );
});

describe("F6: the database is closed behind the app's back", () => {
  /** Remembers every database that the page opens, so that the test can close it as an operating system does. */
  function rememberDatabases(): void {
    const opened: IDBDatabase[] = [];
    Object.assign(window, { closeDatabases: () => opened.splice(0).map((database) => database.close()).length });
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (name, version) {
      const request = open.call(this, name, version);
      request.addEventListener("success", () => opened.push(request.result));
      return request;
    };
  }
  const closeDatabases = (page: Page) => page.evaluate<number>("closeDatabases()");

  it("opens it again, loses nothing, and makes one report of it", async ({ phone, endpoint, network }) => {
    const { page, reporter } = phone;
    await page.addInitScript(rememberDatabases);
    await reporter.begin(network.origin);
    await reporter.writeUntil(story, "ownWords");
    expect(await closeDatabases(page)).toBeGreaterThan(0);
    await reporter.write(story);
    await vi.waitUntil(async () => (await closeDatabases(page)) > 0); // it was opened again to save
    await reporter.send();
    await reporter.hands.sees(received);
    expect((await endpoint.letters("police")).map(({ text }) => text)).toEqual([expect.stringContaining(words)]);
  });
});

describe("F7: somebody cleared the app's storage", () => {
  it("says how many reports are missing, and never that all were sent", async ({ phone, network }) => {
    await sealOffline(phone);
    const { context, page } = phone;
    const devtools = await context.newCDPSession(page);
    await page.waitForFunction(() => localStorage.getItem("notes")?.includes('"unsent":1'));
    await page.goto("about:blank");
    await devtools.send("Storage.clearDataForOrigin", { origin: network.origin, storageTypes: "indexeddb" });
    await page.goto(`${network.origin}/en-GB/reports/`);
    await page
      .getByRole("alert")
      .getByText(t("report:list.missing", { count: 1 }))
      .waitFor();
    expect(await page.getByText(t("report:list.allSent")).count()).toBe(0);
    expect(await page.getByText(t("report:list.empty")).count()).toBe(0);
  });
});

describe("F8: a browser that lets the app keep nothing", () => {
  const denials = {
    "has no database": () => Object.defineProperty(window, "indexedDB", { value: undefined }),
    "refuses to open one": () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("denied", "SecurityError");
      };
    },
    "throws at its name": () => {
      const denied = () => {
        throw new DOMException("denied", "SecurityError");
      };
      for (const name of ["indexedDB", "localStorage", "sessionStorage"])
        Object.defineProperty(window, name, { get: denied });
      Object.defineProperty(navigator, "storage", { value: undefined });
    },
  } as const;

  it.for(Object.entries(denials))(
    "and %s: the report works in memory, and the person is told to stay until it is sent",
    async ([, deny], { browser, network, endpoint }) => {
      const phone = await newPhone(browser, network, { serviceWorkers: "block" });
      await phone.page.addInitScript(deny);
      await phone.reporter.begin(network.origin);
      await phone.reporter.hands.sees(t("saved.memory"));
      await phone.reporter.write(story);
      await phone.reporter.hands.sees(t("saved.memory"));
      await phone.reporter.send();
      await phone.reporter.hands.sees(received);
      expect((await endpoint.submissions()).size).toBe(1);
      await phone.context.close();
    },
  );
});

describe("F34: a device whose clock is wrong by ten years", () => {
  it.for(["2016-11-23T12:00:00Z", "2036-11-23T12:00:00Z"])(
    "at %s seals and delivers, and shows the endpoint's time of receipt",
    async (clock, { phone, endpoint, network }) => {
      await phone.page.clock.install({ time: clock });
      await phone.reporter.begin(network.origin);
      await phone.reporter.write({
        ...story,
        answers: { ...story.answers, when: { how: ["exact"], from: "2026-03-14" } },
      });
      await phone.reporter.send();
      await phone.reporter.hands.sees(received);
      const [opened] = await endpoint.letters("police");
      expect(opened?.letter.writtenAt.slice(0, 10)).toBe(clock.slice(0, 10));
      const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "Europe/London" });
      await phone.reporter.hands.sees(new RegExp(`on ${day.format(new Date(opened?.receivedAt ?? 0))}`));
    },
  );

  it("that is put right while a report waits delivers it then", async ({ phone, endpoint, network }) => {
    const { page, reporter } = phone;
    await phone.visit();
    await page.clock.install({ time: "2036-11-23T12:00:00Z" });
    network.cut();
    await page.reload();
    await reporter.write(story);
    await reporter.send();
    await reporter.hands.sees(t("report:status.because.unreachable"));
    await page.close();
    const later = await phone.context.newPage();
    network.mend();
    await later.goto(`${network.origin}/en-GB/reports/`);
    await later.getByText(received).waitFor();
    expect((await endpoint.submissions()).size).toBe(1);
  });
});
