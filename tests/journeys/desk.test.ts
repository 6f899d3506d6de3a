import { randomBytes } from "node:crypto";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import type { Letter } from "../../src/report/letter.ts";
import { referenceOf } from "../../src/wire/reference.ts";
import { arabic, letterOf } from "../desk/letters.ts";
import { chromiumProgram, startChromium } from "./chromium.ts";
import { type DeskUnderTest, startDeskUnderTest, t, type Worker } from "./desk-under-test.ts";
import { openedWithAge } from "./endpoint-under-test.ts";

const newId = (): string => randomBytes(16).toString("hex");

/** Nadia's report, as the police and the council each get it. */
function report(): { readonly id: string; readonly police: Letter; readonly council: Letter } {
  const id = newId();
  const council = letterOf({
    submission: id,
    organisation: "council",
    answers: { exactWords: { kind: "text", text: "only for the council", language: "en-GB" } },
    consent: { choice: "facts", additions: [] },
  });
  return { id, police: letterOf({ submission: id }), council };
}

let browser: Browser;
let desk: DeskUnderTest;

beforeAll(async () => {
  browser = await startChromium(chromiumProgram);
});
afterAll(() => browser.close());
beforeEach(async () => {
  desk = await startDeskUnderTest(browser);
});
afterEach(() => desk.stop());

async function atTheDesk(organisation = "police", name = "a.khan"): Promise<Worker> {
  const worker = await desk.worker(organisation, name);
  await worker.visit();
  await worker.signIn();
  await worker.unlock();
  return worker;
}

describe("a letter at the desk", () => {
  it("is read in English labels by the organisation it is for, and by no other", async () => {
    const { id, police, council } = report();
    await desk.deliver([police, council]);
    const officer = await atTheDesk();
    await officer.sees(t("desk:letters.count", { count: 1 }));
    await officer.open(id);
    await officer.sees(t("desk:contact.yes"));
    await officer.sees("Hurtful words, names or gestures");
    await officer.sees(t("desk:letter.writtenIn", { language: "Arabic" }));
    expect(await officer.page.locator("[lang=ar]").allInnerTexts()).toContain(arabic);
    expect(await officer.page.locator("body").textContent()).not.toContain("only for the council");

    const cleaner = await atTheDesk("council", "b.jones");
    await cleaner.open(id);
    await cleaner.sees("only for the council");
    expect(await cleaner.page.locator("body").textContent()).not.toContain("sparrow");
    expect([officer.complaints, cleaner.complaints]).toEqual([[], []]);
  });

  it("is new until somebody of the organisation has opened it", async () => {
    const { id, police } = report();
    await desk.deliver([police]);
    const first = await atTheDesk();
    await first.sees("1 letter, 1 new");
    await first.open(id);
    await first.page.getByText("1 letter", { exact: true }).waitFor();
    const second = await atTheDesk("police", "c.smith");
    await second.page.getByText("1 letter", { exact: true }).waitFor();
  });

  it("is saved as the sealed file, which the age program opens to the same letter", async () => {
    const { id, police } = report();
    await desk.deliver([police]);
    const officer = await atTheDesk();
    await officer.open(id);
    const sealed = await officer.saves("letter.saveSealed");
    expect(sealed.name).toBe(`${referenceOf(id)}.age`);
    expect(JSON.parse(await openedWithAge(inject("built").keys, "police", sealed.bytes))).toEqual(police);
    const readable = await officer.saves("letter.saveReadable");
    expect(JSON.parse(new TextDecoder().decode(readable.bytes))).toMatchObject({
      reference: referenceOf(id),
      letter: police,
    });
  });

  it("is printed without the list and the buttons, with its reference", async () => {
    const { id, police } = report();
    await desk.deliver([police]);
    const { page, ...officer } = await atTheDesk();
    await officer.open(id);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button").filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole("navigation").isVisible()).toBe(false);
    expect(await page.getByRole("heading", { name: `Letter ${referenceOf(id)}` }).isVisible()).toBe(true);
    expect(await page.title()).toBe(t("desk:title.open"));
  });

  it("is broken when it is damaged on its way or holds no letter, while the others open (F38)", async () => {
    const { id, police } = report();
    const damaged = report();
    const empty = newId();
    await desk.deliver([police]);
    await desk.deliver([damaged.police]);
    await desk.deliverText(empty, "police", "no letter at all");
    const officer = await atTheDesk();
    await officer.page.route(`**/v1/letters/${damaged.id}`, async (route) => {
      const body = await (await route.fetch()).body();
      body[body.length - 30] = (body.at(-30) ?? 0) ^ 1;
      await route.fulfill({ body, contentType: "application/octet-stream" });
    });
    await officer.open(damaged.id);
    await officer.sees(t("desk:broken.damaged"));
    await officer.open(empty);
    await officer.sees(t("desk:broken.notALetter"));
    await officer.open(id);
    await officer.sees("sparrow");
  });
});

describe("a desk that is left", () => {
  it("locks itself after five minutes, and keeps nothing of a letter on the page", async () => {
    const { id, police } = report();
    await desk.deliver([police]);
    const officer = await desk.worker("police", "a.khan");
    await officer.page.clock.install();
    await officer.visit();
    await officer.signIn();
    await officer.unlock();
    await officer.open(id);
    await officer.page.clock.runFor(4 * 60_000 + 10_000);
    await officer.sees(t("desk:idling.text"));
    await officer.page.clock.runFor(60_000);
    await officer.sees(t("desk:unlock.idle"));
    expect(await officer.page.content()).not.toContain("sparrow");
  });

  it("shows the lock after going away and back (F42), and leaves nothing in the browser", async () => {
    const { id, police } = report();
    await desk.deliver([police]);
    const { page, ...officer } = await atTheDesk();
    await officer.open(id);
    expect(page.url()).toBe(`${desk.address}/`);
    await page.goto("about:blank");
    await page.goBack();
    await officer.sees(t("desk:unlock.heading"));
    expect(await page.content()).not.toContain("sparrow");
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      "",
    ]);
  });

  it("stays closed after signing out", async () => {
    const officer = await atTheDesk();
    await officer.press("signOut");
    await officer.sees(t("desk:signIn.asked"));
    await officer.visit();
    await officer.sees(t("desk:signIn.notYet"));
  });
});

describe("a desk in trouble", () => {
  it("says so when the network is gone, keeps what is open, and goes on when it is back", async () => {
    const { id, police } = report();
    await desk.deliver([police]);
    const officer = await atTheDesk();
    await officer.open(id);
    await officer.context.setOffline(true);
    await officer.press("letters.refresh");
    await officer.sees(t("desk:failure.noNetwork"));
    await officer.sees("sparrow");
    await officer.context.setOffline(false);
    await desk.deliver([report().police]);
    await officer.press("letters.refresh");
    await officer.sees("2 letters, 1 new");
  });

  it("closes when the session has ended", async () => {
    const officer = await atTheDesk();
    await officer.context.clearCookies();
    await officer.press("letters.refresh");
    await officer.sees(t("desk:signIn.ended"));
  });
});
