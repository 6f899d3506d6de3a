import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectNothingInTheWay, tabletForAxe } from "./axe.ts";
import { deliveries } from "./faulty-network.ts";
import { it } from "./journey.ts";
import { reporter } from "./reporter.ts";
import { type AtTablet, passphraseOn, pin } from "./tablet.ts";
import { both, fullVisit, visit } from "./visit.ts";
import { arabic, english, type Said } from "./words.ts";

const languages = { English: english, Arabic: arabic } as const;
const namesOfLanguages: Readonly<Record<string, string>> = { "en-GB": "English", ar: "العربية" };
const slowly = 600_000;

/** The page that came begins at its heading. */
const beginsAtItsHeading = (page: Page) => page.locator("[data-heading]:focus").waitFor();

/** Begins with a visitor who speaks the worker's language, and nothing else on the screen. */
const beginAlone = (work: AtTablet, { language }: Said) =>
  work.beginVisit(namesOfLanguages[language] ?? "", language === "en-GB");

describe.for(Object.entries(languages))("in %s nothing on a Connect point's tablet stands in the way", ([, said]) => {
  const { t } = said;

  it("of the worker who sets it up, adds a colleague, and signs in", { timeout: slowly }, async ({
    browser,
    network,
    endpoint,
  }) => {
    const { work, page, inspector } = await tabletForAxe(said, browser, network);
    const { hands } = work;
    const look = async (state: string) => {
      await beginsAtItsHeading(page);
      await inspector.look(state);
    };
    const summary = page.locator(".govuk-error-summary");
    await work.open();
    await hands.sees(t("point:enrol.title"));
    await inspector.look("set up");
    await work.enrol("not a code");
    await summary.waitFor();
    await inspector.look("set up, wrong code");
    await work.enrol(await endpoint.code());
    await hands.sees(t("point:newWorker.firstTitle"));
    await look("first worker");
    await hands.press(t("continue"));
    await summary.waitFor();
    await inspector.look("first worker, no name");
    await hands.write({ name: t("point:newWorker.name") }, "Amina K");
    await hands.press(t("continue"));
    await hands.sees(t("point:newWorker.yourWords"));
    await look("six words");
    const passphrase = await passphraseOn(page);
    await hands.press(t("point:newWorker.written"));
    await hands.sees(t("point:pin.choose"));
    await look("choose a PIN");
    await work.choosePin("1");
    await summary.waitFor();
    await inspector.look("choose a PIN, too short");
    await work.choosePin();
    await work.isHome();
    await look("home, empty");
    await hands.press(t("point:home.log"));
    await look("log, empty");
    await hands.press(t("back"));
    await hands.press(t("point:home.workers"));
    await look("workers");
    await hands.press(t("point:workers.add"));
    await look("new worker");
    await work.addWorker("Ben");
    await hands.sees(t("point:workers.title"));
    await beginsAtItsHeading(page);
    await hands.press(`${t("point:workers.remove")} Ben`);
    await hands.sees(t("point:workers.removeText", { name: "Ben" }));
    await inspector.look("workers, remove one");
    await hands.press(t("back"));
    await hands.press(t("point:home.lock"));
    await hands.sees(t("point:covered.title"));
    await look("covered");
    await work.uncover("0000");
    await summary.waitFor();
    await inspector.look("covered, wrong PIN");
    await hands.press(t("point:covered.other"));
    await look("sign in, several workers");
    await hands.press("Amina K");
    await hands.sees(t("point:signIn.hello", { name: "Amina K" }));
    await look("sign in");
    await work.signIn("six words that are not hers");
    await summary.waitFor();
    await inspector.look("sign in, wrong words");
    await hands.press(t("point:signIn.forgotten"));
    await hands.sees(t("point:forgotten.lost", { count: 0 }));
    await look("forgotten");
    await hands.press(t("point:forgotten.cancel"));
    await work.signIn(passphrase, "Amina K");
    await work.choosePin(pin);
    await work.isHome();
    await page.locator(".bar__emergency").click();
    await hands.sees(t("pages:emergency.back"));
    await look("emergency");
    expectNothingInTheWay(inspector);
  });

  it("of anybody at a home with unfinished, waiting, held and received reports", { timeout: slowly }, async ({
    browser,
    network,
    endpoint,
  }) => {
    const { work, page, inspector } = await tabletForAxe(said, browser, network);
    const { hands } = work;
    const person = reporter(hands, said);
    const body = JSON.stringify({ refusal: "tooLarge" });
    const fates = {
      waiting: async () => ({ status: 503, headers: { "retry-after": "3000" } }),
      held: async () => ({ status: 413, headers: { "content-type": "application/json" }, body }),
      received: null,
    } as const;
    await work.setUp(endpoint);
    for (const [fate, fault] of Object.entries(fates)) {
      network.mend();
      if (fault) network.meet(deliveries, fault);
      await beginAlone(work, said);
      await person.write(visit(both));
      await hands.press(t("report:check.send"));
      await hands.sees(t("point:finished.title"));
      await hands.press(t("point:finished.end"));
      await work.isHome();
      await page.locator("main summary").click();
      await page.locator(`.tickets .status--${fate}`).first().waitFor();
      await inspector.look(`home, ${fate}`);
    }
    await beginAlone(work, said);
    await person.writeUntil(visit(both), "wanted");
    await hands.press(t("point:visit.pause"));
    await hands.sees(t("point:drafts.title"));
    await inspector.look("home, a draft");
    await page.getByRole("button", { name: new RegExp(`^${t("point:drafts.delete")} `) }).click();
    await hands.sees(t("point:drafts.deleteText"));
    await inspector.look("home, about to delete a draft");
    await hands.press(t("point:home.log"));
    await page.getByRole("table").waitFor();
    await inspector.look("log");
    await hands.press(t("back"));
    await hands.press(t("point:home.addendum"));
    await beginsAtItsHeading(page);
    await inspector.look("addition");
    await hands.press(t("point:start.begin"));
    await page.locator(".govuk-error-summary").waitFor();
    await inspector.look("addition, no reference");
    expectNothingInTheWay(inspector);
  });

  it("of a visitor and a worker at a full report, with English beside it where it is another language", {
    timeout: slowly,
  }, async ({ browser, network, endpoint }) => {
    const { work, page, inspector } = await tabletForAxe(said, browser, network);
    const { hands } = work;
    const person = reporter(hands, said);
    const story = fullVisit(both, ({ id }, part) => `words-on-${id}-${part}`);
    const look = async (state: string) => {
      await inspector.look(state);
      if (said === english) return;
      await hands.press(t("point:visit.beside"));
      await page.locator("button[aria-pressed=true]").waitFor();
      await inspector.look(`${state}, two languages`);
      await hands.press(t("point:visit.beside"));
      await page.locator("button[aria-pressed=false]").waitFor();
    };
    await work.setUp(endpoint);
    await hands.press(t("point:home.begin"));
    await beginsAtItsHeading(page);
    await inspector.look("a new visitor");
    await hands.press(t("back"));
    await beginAlone(work, said);
    await person.writeUntil(story, "wanted", look);
    await person.fillIn({ ...story, answers: { ...story.answers, wanted: ["nothing"] } });
    await hands.press(t("continue"));
    await hands.sees(t("point:noReport.title"));
    await beginsAtItsHeading(page);
    await inspector.look("no report");
    await hands.press(t("back"));
    await person.writeUntil(story, "ownWords", look);
    await page.locator(".bar__emergency").click();
    await hands.sees(t("pages:emergency.back"));
    await inspector.look("emergency, over a report");
    await hands.press(t("pages:emergency.back"));
    await person.writeUntil(story, "check", look);
    await look("check");
    await hands.press(t("report:check.send"));
    await hands.sees(t("point:finished.title"));
    await beginsAtItsHeading(page);
    await hands.press(t("point:finished.show"));
    await inspector.look("finished");
    expect(inspector.seen).toEqual(expect.arrayContaining(["safeguarding", "session", "check", "finished"]));
    expectNothingInTheWay(inspector);
  });

  it("of a visitor who has the tablet in their hands", { timeout: slowly }, async ({ browser, network, endpoint }) => {
    const { work, page, inspector } = await tabletForAxe(said, browser, network);
    const person = reporter(work.hands, said);
    await work.setUp(endpoint);
    await beginAlone(work, said);
    await person.writeUntil(visit(both), "incidentTypes");
    await person.hands.press(t("point:visit.handOver"));
    await person.hands.sees(t("point:visit.yours"));
    await inspector.look("handed over");
    await expect(person.writeUntil(visit(both), "safeguarding")).rejects.toThrow(t("point:handBack.title"));
    await beginsAtItsHeading(page);
    await inspector.look("hand back");
    expectNothingInTheWay(inspector);
  });
});
