import type { Page } from "puppeteer-core";
import { expect } from "vitest";
import { driverOf, it } from "./firefox.ts";
import { handsThrough } from "./other-browsers.ts";
import { reporter } from "./reporter.ts";
import { atTablet } from "./tablet.ts";
import { both, visit, words } from "./visit.ts";
import { arabic, english } from "./words.ts";

const { t } = english;

it("a day at a Connect point works in Firefox: begin, two languages, hand over, give back, pause, go on, seal", {
  timeout: 300_000,
}, async ({ page, network, endpoint }) => {
  const hands = handsThrough(driverOf(page));
  const passphraseShown = () => page.$eval("[data-passphrase]", (shown) => (shown.textContent ?? "").trim());
  const work = atTablet(hands, network.origin, passphraseShown);
  const person = reporter(hands);
  const story = visit(both, {
    safeguarding: { atRisk: ["child"], reason: "A child lives there.", told: ["ownLead"] },
    session: { present: ["nobody"], readBack: ["yes"], leaflet: ["unsafe"] },
  });
  const passphrase = await work.setUp(endpoint);

  await work.beginVisit();
  const pages: string[] = [];
  await person.writeUntil(story, "incidentTypes", async (at) => void pages.push(at));
  expect(pages.slice(0, 4)).toEqual(["danger", "privacy", "wanted", "depth"]);

  await hands.speak("العربية");
  await hands.sees(arabic.t("questions:incidentTypes.ask"));
  await hands.press(t("point:visit.beside"));
  await hands.sees(t("questions:incidentTypes.ask"));
  await hands.sees(arabic.t("questions:incidentTypes.ask"));
  await hands.speak("English");
  await hands.sees(t("point:visit.handOver"));

  await hands.press(t("point:visit.handOver"));
  await hands.sees(t("point:visit.yours"));
  await expect(person.writeUntil(story, "safeguarding")).rejects.toThrow(t("point:handBack.title"));
  await hands.press(t("point:handBack.lock"));
  await hands.sees(t("point:covered.title"));
  expect(await page.content()).not.toContain(words);
  await work.uncover();
  await hands.headingAfter(t("point:covered.title"));
  expect(await person.where()).toBe("safeguarding");
  await person.fillIn(story);
  await person.goOn();

  await hands.press(t("point:visit.pause"));
  await work.isHome();
  await page.reload();
  await work.signIn(passphrase);
  await work.choosePin();
  await hands.sees(/^Visitor 1 · /);
  await openFirstDraft(page);
  await hands.headingAfter("Name of east-library");
  await person.write(story);
  await hands.press(t("report:check.send"));
  await hands.sees(t("point:finished.title"));
  await hands.press(t("point:finished.end"));
  await hands.sees(t("point:sealed.received", { count: 1 }));
  expect((await endpoint.letters("police")).map(({ letter }) => letter.answers)).toEqual([
    expect.objectContaining({ ownWords: expect.objectContaining({ text: words }) }),
  ]);
});

/** Its name has the visitor's number and the time in it. */
const openFirstDraft = (page: Page): Promise<void> =>
  page.evaluate((open) => {
    const buttons = [...document.querySelectorAll("button")];
    buttons.find(({ textContent }) => textContent?.startsWith(open))?.click();
  }, t("point:drafts.open"));
