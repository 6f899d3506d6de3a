import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it } from "./journey.ts";
import { keyboardOn, tabTo } from "./keyboard.ts";
import { newPhone } from "./phone.ts";
import { reporter as reporterOf } from "./reporter.ts";
import { fullStory, type Story, shortStory } from "./story.ts";
import { arabic, english } from "./words.ts";

const { t } = english;
const slowly = 600_000;
const desk = { isMobile: false, hasTouch: false, deviceScaleFactor: 1 } as const;
const short = shortStory("They shouted at me.", { police: "facts", victimsFirst: "nothing", council: "nothing" });
const longWord = "verylongword".repeat(16);
const everybody = { police: "factsAndContact", victimsFirst: "factsAndContact", council: "factsAndContact" } as const;
const full: Story = {
  ...fullStory("self", everybody, (_question, part) => (part === "email" ? "somebody" : longWord)),
  additions: ["antisocialBehaviour"],
};
const around = ["", "emergency/", "support/", "reports/"];
const reference = /^[0-9A-Z]{5}-[0-9A-Z]{5}$/;

/** What can be reached by Tab and is not out of sight until then. */
const reachable = "a[href], button, input:not([type=hidden]), textarea, summary";

/** The things that are under the bar, or out of the window, when the focus is on them. */
function coveredByTheBar(page: Page): Promise<readonly string[]> {
  return page.evaluate((all) => {
    const covered: string[] = [];
    const bar = document.querySelector(".bar");
    for (const element of document.querySelectorAll<HTMLElement>(all)) {
      if (!element.checkVisibility()) continue;
      element.focus();
      if (document.activeElement !== element || bar?.contains(element)) continue;
      const { top, bottom } = element.getBoundingClientRect();
      const line = bar ? bar.getBoundingClientRect().top : innerHeight;
      const barIsBelow = bar && getComputedStyle(bar).position === "static";
      const shownUntil = barIsBelow ? innerHeight : Math.min(line, innerHeight);
      if (top + 1 >= shownUntil || bottom - 1 <= 0 || (bottom - top < shownUntil && bottom - 1 > shownUntil))
        covered.push(element.outerHTML.slice(0, 120));
    }
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
    return covered;
  }, reachable);
}

const widthBeyondWindow = (page: Page) =>
  page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - document.documentElement.clientWidth);

/** The things on a page that are too small for a thumb, with their size. */
function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const big = "button, .govuk-button, .bar a, input[type=radio], input[type=checkbox], .top a";
    const small: string[] = [];
    for (const element of document.querySelectorAll("a[href], button, input[type=radio], input[type=checkbox]")) {
      const { width, height } = element.getBoundingClientRect();
      if (!element.checkVisibility() || (width <= 1 && height <= 1)) continue;
      const least = element.matches(big) ? 44 : 24;
      if (width + 0.01 < least || height + 0.01 < least)
        small.push(`${Math.round(width)}x${Math.round(height)} ${element.outerHTML.slice(0, 120)}`);
    }
    return small;
  });
}

/** What moves on a page, or would as soon as something on it changed. */
function moving(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        const still = transitionDuration.split(",").every((duration) => Number.parseFloat(duration) === 0);
        return animationName !== "none" || !still || scrollBehavior !== "auto" || element.getAnimations().length > 0;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

const focused = (page: Page): Locator => page.locator(":focus");

describe("somebody who needs large letters", () => {
  it.for([
    { zoom: "at 400 %", viewport: { width: 320, height: 256 }, said: english },
    { zoom: "at 200 %", viewport: { width: 640, height: 400 }, said: english },
    { zoom: "in Arabic on a small phone", viewport: { width: 320, height: 568 }, said: arabic },
  ])(
    "reads a whole report $zoom without scrolling sideways, and the bar covers nothing that has the focus",
    {
      timeout: slowly,
    },
    async ({ viewport, said }, { browser, network }) => {
      const { page, reporter, context } = await newPhone(browser, network, { ...desk, viewport }, said);
      const faults: string[] = [];
      const look = async (state: string) => {
        const beyond = await widthBeyondWindow(page);
        if (beyond > 0) faults.push(`${state}: ${beyond} px to the side`);
        for (const covered of await coveredByTheBar(page)) faults.push(`${state}: covered: ${covered}`);
      };
      for (const path of around) {
        await page.goto(`${network.origin}/${said.language}/${path}`);
        await look(path || "start");
      }
      await reporter.begin(network.origin);
      await reporter.write(full, look);
      await look("check");
      await reporter.send();
      await look("sent");
      expect(faults).toEqual([]);
      await context.close();
    },
  );
});

describe("somebody with a keyboard and nothing else", () => {
  it("writes and sends a report, and each page begins at its heading", { timeout: slowly }, async ({
    browser,
    network,
    endpoint,
  }) => {
    const { page, context } = await newPhone(browser, network, { ...desk, viewport: { width: 1280, height: 800 } });
    const reporter = reporterOf(keyboardOn(page));
    await reporter.begin(network.origin);
    for (let name = await reporter.where(); name !== "check"; name = await reporter.where()) {
      await reporter.fillIn(short);
      await reporter.goOn();
      await page.locator("[data-heading]:focus").waitFor();
    }
    await reporter.send();
    await page.locator("[data-heading][data-sent]:focus").waitFor();
    expect(await page.locator("[data-reference]").textContent()).toMatch(reference);
    await reporter.hands.sees(/^Received by Thames Valley Police on /);
    expect((await endpoint.letters("police")).map(({ text }) => text)).toEqual([
      expect.stringContaining("They shouted at me."),
    ]);
    await context.close();
  });

  it("is led from the summary of what is wrong to the field", { timeout: slowly }, async ({ browser, network }) => {
    const { page, context } = await newPhone(browser, network, { ...desk, viewport: { width: 1280, height: 800 } });
    const reporter = reporterOf(keyboardOn(page));
    const wrong: Story = { ...short, answers: { ...short.answers, place: { postcode: "nowhere" } } };
    await reporter.begin(network.origin);
    await reporter.writeUntil(wrong, "place");
    await reporter.fillIn(wrong);
    await reporter.hands.press(t("continue"));
    await page.locator(".govuk-error-summary:focus").waitFor();
    await tabTo(page, page.locator(".govuk-error-summary a"));
    await page.keyboard.press("Enter");
    await page.getByLabel(t("questions:common.place.postcode.ask")).and(focused(page)).waitFor();
    expect(await focused(page).getAttribute("aria-invalid")).toBe("true");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("OX1 1BF");
    await reporter.goOn();
    await page.locator("[data-heading]:focus").waitFor();
    await reporter.write({ ...short, sends: {} });
    await reporter.hands.press(t("report:check.send"));
    await page.locator(".govuk-error-summary:focus").waitFor();
    await tabTo(page, page.locator(".govuk-error-summary a").first());
    await page.keyboard.press("Enter");
    await page.locator("#change-send:focus").waitFor();
    await context.close();
  });
});

describe("somebody whose device", () => {
  const wishes: BrowserContextOptions = { forcedColors: "active", reducedMotion: "reduce" };

  it("forces its own colours and asks for no motion: every page works, what is chosen is seen, and nothing moves", {
    timeout: slowly,
  }, async ({ browser, network }) => {
    const { page, reporter, context } = await newPhone(browser, network, wishes);
    const chosenIsSeen = async () => {
      const option = page.locator(".govuk-radios__item, .govuk-checkboxes__item").first();
      if ((await option.count()) === 0 || !(await option.isVisible())) return true;
      const input = option.locator("input");
      const before = await input.isChecked();
      const shown = await option.screenshot();
      const other = page.locator("input[type=radio]:visible").nth(1);
      if (before && (await input.getAttribute("type")) === "radio") await other.check();
      else await input.setChecked(!before);
      const seen = !shown.equals(await option.screenshot());
      await input.setChecked(before);
      return seen;
    };
    await reporter.begin(network.origin);
    await reporter.write({ ...short, password: "correct horse battery staple" }, async (name) => {
      expect(await moving(page), name).toEqual([]);
      if (name === "reporter" || name === "incidentTypes") expect(await chosenIsSeen(), name).toBe(true);
    });
    expect(await moving(page)).toEqual([]);
    await reporter.send();
    expect(await moving(page)).toEqual([]);
    const exit = page.locator(".bar__exit");
    expect(await exit.evaluate((link) => getComputedStyle(link).borderTopStyle)).toBe("solid");
    const { color, border } = await exit.evaluate((link) => {
      const style = getComputedStyle(link);
      return { color: style.color, border: style.borderTopColor };
    });
    expect(border).toBe(color);
    await reporter.hands.sees(/^Received by Thames Valley Police on /);
    await context.close();
  });
});

it("somebody with an unsteady hand meets no target that is too small", { timeout: slowly }, async ({
  phone,
  network,
}) => {
  const { page, reporter } = phone;
  const faults: string[] = [];
  const look = async (state: string) => {
    for (const target of await smallTargets(page)) faults.push(`${state}: ${target}`);
  };
  for (const path of around) {
    await page.goto(`${network.origin}/en-GB/${path}`);
    await look(path || "start");
  }
  await reporter.begin(network.origin);
  await reporter.write({ ...full, password: "correct horse battery staple" }, look);
  await look("check");
  await reporter.send();
  await look("sent");
  expect(faults).toEqual([]);
});
