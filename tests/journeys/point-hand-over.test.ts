import { describe, expect } from "vitest";
import { reporter } from "./reporter.ts";
import { pin } from "./tablet.ts";
import { both, it, openFirstDraft, visit, words } from "./visit.ts";
import { arabic, english } from "./words.ts";

const { t } = english;

/** A name that ends with these words, after those of another language. */
const ending = (said: string): RegExp => new RegExp(`${said.replaceAll(/[.?()]/g, "\\$&")}$`);

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
    await page.getByRole("checkbox", { name: ending(t("questions:privacy.options.private")) }).check();
    await page.locator("[data-continue]").click();
    await page.getByRole("radio", { name: ending(t("questions:wanted.options.full")) }).check();
    await page.locator("[data-continue]").click();
    await page.getByRole("radio", { name: ending(t("report:depth.short")) }).check();
    await page.locator("[data-continue]").click();
    await page.getByRole("radio", { name: ending(t("questions:consentOfPerson.options.withDetails")) }).check();
    await page.locator("[data-continue]").click();
    await page.getByRole("checkbox", { name: ending(t("questions:incidentTypes.options.threats")) }).check();
    await page.locator("[data-continue]").click();
    await page.getByRole("textbox").fill("صرخوا في وجهي");
    await page.getByRole("button", { name: t("point:visit.pause") }).click();
    await work.isHome();
    await page.getByRole("button", { name: t("point:drafts.open") }).click();
    await page.getByRole("heading", { level: 1 }).getByText(t("questions:ownWords.ask")).waitFor();
    expect(await page.getByRole("textbox").inputValue()).toBe("صرخوا في وجهي");
    expect(await page.getByRole("textbox").getAttribute("lang")).toBe("ar");
  });
});

describe("handing the tablet over", () => {
  it("leaves the visitor with this report and nothing else, until a worker's PIN", async ({
    tablet,
    endpoint,
    network,
  }) => {
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
