import type { Page } from "playwright-core";
import { expect } from "vitest";
import { rowsAbout } from "./device-rows.ts";
import { reporter } from "./reporter.ts";
import { both, it, openFirstDraft, visit, words } from "./visit.ts";
import { english } from "./words.ts";

const { t } = english;

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

/** How the endpoint names this tablet, from what the tablet keeps about itself. */
const tabletIdOn = async (page: Page): Promise<string> =>
  (await rowsAbout(page)).find(({ tablet }) => tablet !== undefined)?.tablet ?? "";
