import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { OpenedLetter } from "./endpoint-under-test.ts";
import { it as journey } from "./journey.ts";
import { reporter } from "./reporter.ts";
import { type Story, shortStory } from "./story.ts";
import { newTablet, pin } from "./tablet.ts";
import { arabic, english } from "./words.ts";

const { t } = english;
const words = "They shouted at me.";
const both = { police: "factsAndContact", victimsFirst: "factsAndContact", council: "nothing" } as const;

const it = journey.extend("tablet", async ({ browser, network }, { onCleanup }) => {
  const tablet = await newTablet(browser, network);
  onCleanup(() => tablet.context.close());
  return tablet;
});

/** A name that ends with these words, after those of another language. */
const ending = (words: string): RegExp => new RegExp(`${words.replaceAll(/[.?()]/g, "\\$&")}$`);

/** A report that a worker fills in with a visitor. */
function visit(sends: Story["sends"], answers: Story["answers"] = {}): Story {
  const story = shortStory(words, sends, "worker");
  return { ...story, answers: { ...story.answers, wanted: ["full"], privacy: ["fine"], ...answers } };
}

const letterTo = async (letters: Promise<readonly OpenedLetter[]>): Promise<OpenedLetter> => {
  const [letter] = await letters;
  if (!letter) throw new Error("nothing came");
  return letter;
};

describe("a visitor's report, filled in by a worker with no network", () => {
  it("asks for safety and says the choices and the limits before any detail, and arrives with its Connect point", async ({
    tablet,
    endpoint,
  }) => {
    const { work, page, context, network } = tablet;
    const person = reporter(work.hands);
    await work.setUp(endpoint);
    await work.hands.sees(t("offline.ready"));
    network.cut();
    await context.setOffline(true);
    await work.beginVisit();
    const pages: string[] = [];
    const story = visit(both, {
      victim: { name: "Sam Visitor" },
      session: { present: "Nobody else", readBack: ["yes"], leaflet: ["notSafe"] },
      safeguarding: { atRisk: ["yes"], reason: "A child lives there.", told: ["ownLead"] },
      contact: { allowed: ["yes"], ways: ["phone"], phone: "07700 900123", name: "Sam" },
    });
    await person.write(story, async (at) => void pages.push(at));
    expect(pages.slice(0, 4)).toEqual(["danger", "privacy", "wanted", "depth"]);
    expect(pages).not.toContain("reporter");
    expect(pages).not.toContain("keepDraft");
    await person.hands.press(t("report:check.send"));
    await person.hands.sees(t("point:finished.title"));
    await person.hands.press(t("point:finished.end"));
    await work.isHome();
    await work.hands.sees(t("point:sealed.waiting", { count: 1 }));
    expect(await endpoint.submissions()).toEqual(new Set());
    network.mend();
    await context.setOffline(false);
    await work.hands.sees(t("point:sealed.received", { count: 1 }));
    const police = await letterTo(endpoint.letters("police"));
    expect(police.from).toEqual({ point: "east-library", name: "Name of east-library" });
    expect(police.letter.answers).toMatchObject({
      reporter: { option: "worker" },
      wanted: { option: "full" },
      ownWords: { text: words, language: "en-GB" },
      safeguarding: { parts: { reason: { text: "A child lives there." } } },
      session: { parts: { point: { text: "Name of east-library" }, worker: { text: "Amina K" } } },
    });
    expect(await page.content()).not.toContain(words);
  });

  it("without a name holds nobody's name, and offers no choice that would give one", async ({ tablet, endpoint }) => {
    const { work, page } = tablet;
    const person = reporter(work.hands);
    await work.setUp(endpoint);
    await work.beginVisit();
    const pages: string[] = [];
    const story = visit({ police: "facts", victimsFirst: "facts" }, { wanted: ["noName"] });
    await person.writeUntil(story, "send", async (at) => void pages.push(at));
    expect(pages).not.toContain("victim");
    expect(pages).not.toContain("contact");
    expect(await page.getByRole("radio", { name: t("questions:send.options.factsAndContact") }).count()).toBe(0);
    await person.write(story);
    await person.hands.press(t("report:check.send"));
    await person.hands.sees(t("point:finished.title"));
    await person.hands.press(t("point:finished.end"));
    await work.hands.sees(t("point:sealed.received", { count: 1 }));
    const { letter } = await letterTo(endpoint.letters("police"));
    expect(Object.keys(letter.answers)).toEqual(expect.arrayContaining(["ownWords", "wanted"]));
    expect(letter.answers).not.toHaveProperty("contact");
  });

  it("that is no report, only a wish for support, goes to Victims First alone", async ({ tablet, endpoint }) => {
    const { work } = tablet;
    const person = reporter(work.hands);
    await work.setUp(endpoint);
    await work.beginVisit();
    const pages: string[] = [];
    const story = visit(
      { victimsFirst: "factsAndContact" },
      {
        wanted: ["supportOnly"],
        contact: { allowed: ["yes"], ways: ["phone"], phone: "07700 900123", name: "Sam" },
      },
    );
    await person.write(story, async (at) => void pages.push(at));
    expect(pages).not.toContain("ownWords");
    expect(pages).not.toContain("depth");
    await person.hands.press(t("report:check.send"));
    await person.hands.sees(t("point:finished.title"));
    await person.hands.press(t("point:finished.end"));
    await work.hands.sees(t("point:sealed.received", { count: 1 }));
    expect((await letterTo(endpoint.letters("victimsFirst"))).letter.answers).toMatchObject({
      wanted: { option: "supportOnly" },
      contact: { details: { phone: { text: "07700 900123" } } },
    });
    expect(await endpoint.letters("police")).toEqual([]);
    expect(await endpoint.letters("council")).toEqual([]);
  });

  it("that the visitor does not want leaves nothing but a count", async ({ tablet, endpoint }) => {
    const { work, page } = tablet;
    const person = reporter(work.hands);
    await work.setUp(endpoint);
    await work.beginVisit();
    await person.writeUntil(visit({}, { wanted: ["nothing"] }), "wanted");
    await person.fillIn(visit({}, { wanted: ["nothing"] }));
    await person.hands.press(t("continue"));
    await person.hands.sees(t("point:noReport.title"));
    await person.hands.press(t("point:noReport.end"));
    await work.isHome();
    expect(await page.getByText(t("point:drafts.title")).count()).toBe(0);
    await work.hands.press(t("point:home.log"));
    const row = page.getByRole("row", { name: t("point:log.noReports") });
    expect(await row.getByRole("cell").textContent()).toBe(t("point:log.few"));
  });
});

describe("two languages on one screen", () => {
  it("stand each in its own direction over one set of answers, and the person's words are in the person's", async ({
    tablet,
    endpoint,
  }) => {
    const { work, page } = tablet;
    await work.setUp(endpoint);
    await work.beginVisit("العربية");
    const heading = page.getByRole("heading", { level: 1 });
    await heading.getByText(arabic.t("questions:danger.ask")).waitFor();
    const second = heading.getByText(t("questions:danger.ask"));
    expect(await second.getAttribute("lang")).toBe("en-GB");
    expect(await second.evaluate((each) => getComputedStyle(each).direction)).toBe("ltr");
    expect(await heading.evaluate((each) => getComputedStyle(each).direction)).toBe("rtl");
    await page.getByRole("radio", { name: ending(t("questions:common.options.no")) }).check();
    await page.locator("[data-continue]").click();
    await page.getByText(t("questions:privacy.prompt")).waitFor();
    await page.getByRole("checkbox", { name: ending(t("questions:privacy.options.fine")) }).check();
    await page.locator("[data-continue]").click();
    await page.getByRole("radio", { name: ending(t("questions:wanted.options.full")) }).check();
    await page.locator("[data-continue]").click();
    await page.getByRole("radio", { name: ending(t("report:depth.short")) }).check();
    await page.locator("[data-continue]").click();
    await page.getByRole("checkbox", { name: ending(t("questions:incidentTypes.options.threats")) }).check();
    await page.locator("[data-continue]").click();
    await page.getByRole("textbox").fill("صرخوا في وجهي");
    await page.getByRole("button", { name: arabic.t("point:visit.pause") }).click();
    await work.isHome();
    await page.getByRole("button", { name: t("point:drafts.open") }).click();
    await page.getByRole("heading", { level: 1 }).getByText(t("questions:ownWords.ask")).waitFor();
    expect(await page.getByRole("textbox").inputValue()).toBe("صرخوا في وجهي");
    expect(await page.getByRole("textbox").getAttribute("lang")).toBe("ar");
  });
});

describe("handing the tablet over", () => {
  it("leaves the visitor with this report and nothing else, until a worker's PIN", async ({ tablet, endpoint, network }) => {
    const { work, page } = tablet;
    const person = reporter(work.hands);
    await work.setUp(endpoint);
    await work.beginVisit();
    await person.writeUntil(visit(both), "incidentTypes");
    await person.hands.press(t("point:visit.handOver"));
    await person.hands.sees(t("point:visit.yours"));
    expect(await page.getByText(t("point:visit.pause")).count()).toBe(0);
    expect(await page.getByText(t("questions:incidentTypes.prompt")).count()).toBe(0);
    const last = "safeguarding";
    await expect(person.writeUntil(visit(both), last)).rejects.toThrow(t("point:handBack.title"));
    await person.hands.press(t("point:handBack.lock"));
    await work.hands.sees(t("point:covered.title"));
    expect(await page.content()).not.toContain(words);
    for (const address of ["/en-GB/reports/", "/en-GB/report/", "/en-GB/point/"]) {
      await page.goto(`${network.origin}${address}`);
      await work.hands.sees(t("point:signIn.passphrase"));
      expect(await page.content()).not.toContain(words);
    }
  });

  it("opens again with the PIN at the worker's part, and the report goes on", async ({ tablet, endpoint }) => {
    const { work } = tablet;
    const person = reporter(work.hands);
    await work.setUp(endpoint);
    await work.beginVisit();
    const story = visit(both, { session: { readBack: ["yes"] } });
    await person.writeUntil(story, "ownWords");
    await person.hands.press(t("point:visit.handOver"));
    await person.hands.sees(t("point:visit.yours"));
    await expect(person.writeUntil(story, "safeguarding")).rejects.toThrow(t("point:handBack.title"));
    await person.hands.press(t("point:handBack.lock"));
    await work.uncover(pin);
    await work.hands.headingAfter(t("point:covered.title"));
    expect(await person.where()).toBe("safeguarding");
    await person.write(story);
    await person.hands.press(t("report:check.send"));
    await person.hands.sees(t("point:finished.title"));
  });

  it("is ended by Back, reload and Home with the lock, and nothing of the visitor's on the page", async ({
    tablet,
    endpoint,
    network,
  }) => {
    const { work, page } = tablet;
    const person = reporter(work.hands);
    await page.goto(`${network.origin}/en-GB/`);
    const passphrase = await work.setUp(endpoint);
    await work.beginVisit();
    await person.writeUntil(visit(both), "characteristics");
    await person.hands.press(t("point:visit.handOver"));
    await person.hands.sees(t("point:visit.yours"));
    await page.goBack();
    await page.goForward();
    await work.hands.sees(t("point:signIn.passphrase"));
    expect(await page.content()).not.toContain(words);
    await page.reload();
    await work.signIn(passphrase);
    await work.choosePin();
    await work.isHome();
    await openFirstDraft(page);
    expect(await person.where()).toBe("characteristics");
  });
});

it("finds a paused report by its ticket, asks about one that nobody touched, and deletes only on a worker's word", async ({
  tablet,
  endpoint,
}) => {
  const { work, page } = tablet;
  const person = reporter(work.hands);
  await page.clock.install();
  const passphrase = await work.setUp(endpoint);
  await work.beginVisit();
  await person.writeUntil(visit(both), "characteristics");
  await person.hands.press(t("point:visit.pause"));
  await work.isHome();
  await page.getByText(/^Visitor 1 · /).waitFor();
  await page.clock.setSystemTime(Date.now() + 20 * 86_400_000);
  await page.reload();
  await work.signIn(passphrase);
  await work.choosePin();
  await work.hands.sees(t("point:drafts.old", { count: 20 }));
  await openFirstDraft(page);
  expect(await person.where()).toBe("characteristics");
  await person.hands.press(t("point:visit.pause"));
  const remove = page.getByRole("button", { name: new RegExp(`^${t("point:drafts.delete")} Visitor`) });
  await remove.click();
  await person.hands.press(t("point:drafts.deleteCancel"));
  await remove.click();
  await person.hands.press(t("point:drafts.deleteConfirm"));
  await page.getByText(t("point:drafts.title")).waitFor({ state: "detached" });
});

it("seals for good: the reference is shown once, printed without what it was about, and a mistake is an addition", async ({
  tablet,
  endpoint,
}) => {
  const { work, page } = tablet;
  const person = reporter(work.hands);
  await work.setUp(endpoint);
  await work.beginVisit();
  await person.write(visit(both));
  await person.hands.press(t("report:check.send"));
  await person.hands.sees(t("point:finished.title"));
  await person.hands.press(t("point:finished.show"));
  const reference = (await page.locator("[data-reference]").textContent())?.trim() ?? "";
  await page.emulateMedia({ media: "print" });
  const onPaper = await page.locator("body").innerText();
  expect(onPaper).toContain(reference);
  expect(onPaper).not.toMatch(/hate|police|council|threat/i);
  await page.emulateMedia({ media: "screen" });
  await person.hands.press(t("point:finished.end"));
  await work.isHome();
  expect(await page.getByText(t("point:drafts.open")).count()).toBe(0);
  expect(await page.content()).not.toContain(words);

  await person.hands.press(t("point:home.addendum"));
  await person.hands.write({ name: t("point:start.reference") }, reference.toLowerCase().replace("-", " "));
  await work.start("point:start.addendumTitle");
  await person.write(visit(both, { ownWords: "It was on Monday." }));
  await person.hands.press(t("report:check.send"));
  await person.hands.sees(t("point:finished.title"));
  await person.hands.press(t("point:finished.end"));
  await work.hands.sees(t("point:sealed.received", { count: 2 }));
  const [first, second] = await endpoint.letters("police");
  expect(first?.letter.addendumTo).toBeUndefined();
  expect(second?.letter.addendumTo).toBe(reference);
});

it("F26: goes on sealing when the tablet was revoked, holds the reports, and sends them once it is enrolled again", async ({
  tablet,
  endpoint,
}) => {
  const { work, page } = tablet;
  const person = reporter(work.hands);
  await work.setUp(endpoint);
  await endpoint.revoke(await tabletIdOn(page));
  await work.beginVisit();
  await person.write(visit(both));
  await person.hands.press(t("report:check.send"));
  await person.hands.sees(t("point:finished.title"));
  await person.hands.press(t("point:finished.end"));
  await work.hands.sees(t("point:sealed.held", { count: 1 }));
  await work.hands.sees(t("point:home.revoked"));
  const saving = page.waitForEvent("download");
  await work.hands.press(t("point:sealed.saveAll"));
  expect((await saving).suggestedFilename()).toMatch(/^letters-\d{4}-\d\d-\d\d\.zip$/);
  expect(await endpoint.submissions()).toEqual(new Set());
  await work.hands.press(t("point:home.enrolAgain"));
  await work.enrol(await endpoint.code());
  await work.isHome();
  await work.hands.press(t("report:status.sendNow"));
  await work.hands.sees(t("point:sealed.received", { count: 1 }));
  expect((await endpoint.submissions()).size).toBe(1);
});

async function openFirstDraft(page: Page): Promise<void> {
  const home = await page.locator("h1").textContent();
  await page.getByRole("button", { name: t("point:drafts.open") }).first().click();
  await page.waitForFunction((before) => document.querySelector("h1")?.textContent !== before, home);
}

/** How the endpoint names this tablet, from what the tablet keeps about itself. */
function tabletIdOn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const opening = indexedDB.open("notes");
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const reading = database.transaction("about").objectStore("about").getAll();
    const rows = await new Promise<readonly { readonly tablet?: string }[]>((resolve) => {
      reading.onsuccess = () => resolve(reading.result);
    });
    database.close();
    return rows.find(({ tablet }) => tablet !== undefined)?.tablet ?? "";
  });
}
