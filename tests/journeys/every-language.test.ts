import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { offered } from "../../src/language/languages.ts";
import { expectNothingInTheWay, phoneForAxe } from "./axe.ts";
import { it } from "./journey.ts";
import { saidIn } from "./words.ts";

const pages = ["", "report/", "emergency/", "support/", "advice/", "advice/home/", "advice/rights/", "reports/"];
const widths = [320, 360, 768, 1280];

/** What is wider than the screen, or has words that its own edge cuts off. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isHidden = (element: Element) =>
      element.closest("svg, .languages__what, .govuk-visually-hidden, .govuk-skip-link");
    const tooWide = [...document.body.querySelectorAll("*")].filter((element) => {
      if (isHidden(element)) return false;
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 0 && (left < -0.5 || right > innerWidth + 0.5)) return true;
      const clips = getComputedStyle(element).overflowX !== "visible";
      return clips && element.scrollWidth > element.clientWidth + 1;
    });
    return tooWide.map((element) => `${innerWidth}: ${element.outerHTML.slice(0, 120)}`);
  });

describe.for(offered.map(({ tag, direction }) => ({ tag, direction })))("every page in $tag", ({ tag, direction }) => {
  it("stands in nobody's way, runs in its own direction, and fits every screen", { timeout: 300_000 }, async ({
    browser,
    network,
  }) => {
    const { page, inspector } = await phoneForAxe(saidIn(tag), browser, network);
    const cut: string[] = [];
    for (const path of pages) {
      await page.goto(`${network.origin}/${tag}/${path}`);
      const html = page.locator("html");
      expect([await html.getAttribute("lang"), await html.getAttribute("dir")]).toEqual([tag, direction]);
      await inspector.look(path || "start");
      for (const width of widths) {
        await page.setViewportSize({ width, height: 640 });
        cut.push(...(await cutOff(page)).map((found) => `${path} at ${found}`));
      }
      await page.setViewportSize({ width: 360, height: 640 });
    }
    await page.locator(".languages summary").click();
    await inspector.look("the list of languages");
    expectNothingInTheWay(inspector);
    expect(cut).toEqual([]);
  });
});
