import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import type { FaultyNetwork } from "./faulty-network.ts";
import { newPhone, type Phone } from "./phone.ts";
import { newTablet, type TabletUnderTest } from "./tablet.ts";
import type { Said } from "./words.ts";

const program = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Somebody who looks at pages with axe and writes down everything that stands in a person's way. */
export interface Inspector {
  /** Looks at the page as it is now, with whatever can be unfolded on it unfolded. */
  look(state: string): Promise<void>;
  /** What was found, a line each: where, which rule, which element and why. */
  readonly found: readonly string[];
  /** Every state that was looked at. */
  readonly seen: readonly string[];
}

export interface InspectedPhone extends Phone {
  readonly inspector: Inspector;
}

export interface InspectedTablet extends TabletUnderTest {
  readonly inspector: Inspector;
}

const letsAxeIn = { bypassCSP: true, serviceWorkers: "block" } as const;

/** A phone that lets axe in. What its network holds back is not had from a service worker either. */
export async function phoneForAxe(said: Said, browser: Browser, network: FaultyNetwork): Promise<InspectedPhone> {
  const phone = await newPhone(browser, network, letsAxeIn, said);
  onTestFinished(() => phone.context.close());
  return { ...phone, inspector: inspectorOf(phone.page) };
}

/** A Connect point's tablet that lets axe in. */
export async function tabletForAxe(said: Said, browser: Browser, network: FaultyNetwork): Promise<InspectedTablet> {
  const tablet = await newTablet(browser, network, letsAxeIn, said);
  onTestFinished(() => tablet.context.close());
  return { ...tablet, inspector: inspectorOf(tablet.page) };
}

export function expectNothingInTheWay({ found }: Inspector): void {
  expect(found.join("\n"), `${found.length} things stand in somebody's way`).toBe("");
}

function inspectorOf(page: Page): Inspector {
  const found: string[] = [];
  const seen: string[] = [];
  return {
    found,
    seen,
    async look(state) {
      seen.push(state);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) {
          if (!details.closest(".languages")) details.open = true; // that one lies over the page
        }
      });
      await inOneView(page, async () => void found.push(...violations(state, await resultsOn(page))));
    },
  };
}

/** On a screen as long as the page, so that nothing lies out of sight or beneath the bar. */
async function inOneView(page: Page, deed: () => Promise<void>): Promise<void> {
  const screen = page.viewportSize();
  if (!screen) throw new Error("the page has no screen");
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: screen.width, height });
  await deed();
  await page.setViewportSize(screen);
}

async function resultsOn(page: Page): Promise<AxeResults> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(program);
  return page.evaluate(
    (tags) => window.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] }),
    rules,
  );
}

const violations = (state: string, { violations: rulesBroken }: AxeResults): readonly string[] =>
  rulesBroken.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html, failureSummary = "" }) =>
      [`${state}: ${id} (${help})`, target.join(" "), html.slice(0, 200), failureSummary.replaceAll(/\s+/g, " ")].join(
        "\n    ",
      ),
    ),
  );

declare global {
  interface Window {
    readonly axe: typeof import("axe-core");
  }
}
