import { connect } from "node:net";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { type FaultyNetwork, gate, type Passed } from "./faulty-network.ts";
import { it } from "./journey.ts";
import { draftSaved } from "./saved-draft.ts";
import { shortStory } from "./story.ts";
import { arabic, english } from "./words.ts";

const { t } = english;
const languages = { English: english, Arabic: arabic } as const;
const story = shortStory("They shouted at me.", { police: "facts", victimsFirst: "nothing", council: "nothing" });
const script = ({ path }: Passed) => path.split("?")[0]?.endsWith(".js") === true;
/** What a server can send before it has to wait for the first word back: TCP's first flight. */
const firstFlight = 14_600;

/** The report's page with every script still on its way. */
async function openWithoutScript(page: Page, network: FaultyNetwork, address = "/en-GB/report/") {
  const scripts = gate();
  network.meet(script, scripts.fault);
  await page.goto(`${network.origin}${address}`, { waitUntil: "commit" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  return scripts;
}

/** The whole answer as it comes over the wire to a browser that takes it compressed, headers included. */
async function bytesOnTheWire(origin: string, path: string): Promise<number> {
  const { hostname, port, host } = new URL(origin);
  const socket = connect(Number(port), hostname);
  const asked = [`GET ${path} HTTP/1.1`, `Host: ${host}`, "Accept-Encoding: gzip, deflate, br", "Connection: close"];
  socket.write(`${asked.join("\r\n")}\r\n\r\n`);
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part);
  const answer = Buffer.concat(parts);
  expect(answer.subarray(0, 12).toString()).toBe("HTTP/1.1 200");
  return answer.length;
}

/** Every line that stands on the page for the eye. */
function linesOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const lines: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>("h1, h2, h3, p, li, label, legend, summary, a, b")) {
      const { width, height } = element.getBoundingClientRect();
      const within = element.parentElement?.closest("h1, h2, h3, p, li, label, legend, summary, a, b");
      if (!within && width > 1 && height > 1 && element.innerText.trim()) lines.push(element.innerText.trim());
    }
    return lines;
  });
}

describe("before any script has arrived", () => {
  it("“Yes” opens the ways to get help at once, and “No” closes them", async ({ phone, network }) => {
    const { page, reporter } = phone;
    const scripts = await openWithoutScript(page, network);
    const help = page.getByText(t("pages:emergency.silent.text"));
    const call = page.locator("main").getByRole("link", { name: "999", exact: true });
    expect(await help.isVisible()).toBe(false);
    await reporter.hands.tick({ name: t("questions:common.options.yes") });
    await help.waitFor({ state: "visible" });
    expect(await call.isVisible()).toBe(true);
    expect(await call.getAttribute("href")).toBe("tel:999");
    await reporter.hands.tick({ name: t("questions:common.options.no") });
    await help.waitFor({ state: "hidden" });
    expect(scripts.held()).toBeGreaterThan(0);
    scripts.open();
  });

  it.for(["yes", "no"])(
    "somebody answers “%s” and goes on: the answer is kept, the next question comes, and nothing is asked again",
    async (option, { phone, network }) => {
      const { page, reporter } = phone;
      const answered = page.getByRole("radio", { name: t(`questions:common.options.${option}`), exact: true });
      const scripts = await openWithoutScript(page, network);
      await answered.check();
      await page.getByRole("link", { name: t("continue"), exact: true }).click();
      await reporter.hands.sees(t("loading.title"));
      expect(scripts.held()).toBeGreaterThan(0);
      scripts.open();
      await reporter.hands.sees(t("questions:keepDraft.ask"));
      expect(new URL(page.url()).hash).toBe("");
      await reporter.hands.press(t("back"));
      await reporter.hands.sees(t("questions:danger.ask"));
      expect(await answered.isChecked()).toBe(true);
      await page.getByRole("link", { name: t("continue"), exact: true }).click();
      await reporter.hands.sees(t("questions:keepDraft.ask"));
      const pages: string[] = [];
      await reporter.write(story, async (name) => void pages.push(name));
      expect(pages).not.toContain("danger");
      expect(new Set(pages).size).toBe(pages.length);
      await draftSaved(page);
      await page.goto("about:blank");
      await page.goto(`${network.origin}/en-GB/report/`);
      await reporter.hands.press(t("report:lock.continue"));
      await reporter.hands.headingAfter(t("report:lock.title"));
      for (let name = await reporter.where(); name !== "danger"; name = await reporter.where()) {
        const before = await reporter.hands.heading();
        await reporter.hands.press(t("back"));
        await reporter.hands.headingAfter(before);
      }
      expect(await answered.isChecked()).toBe(true);
    },
  );

  it("somebody answers and reads on: what was chosen stays when the script takes over", async ({ phone, network }) => {
    const { page, reporter } = phone;
    const scripts = await openWithoutScript(page, network);
    const yes = page.getByRole("radio", { name: t("questions:common.options.yes"), exact: true });
    await yes.check();
    scripts.open();
    await reporter.hands.sees(t("offline.ready"));
    expect(await yes.isChecked()).toBe(true);
    expect(await page.getByText(t("pages:emergency.silent.text")).isVisible()).toBe(true);
    expect(await reporter.where()).toBe("danger");
  });
});

describe.for(Object.entries(languages))("the first HTML in %s", ([, { t, language }]) => {
  it.for(["", "report/", "reports/"])(
    "of /%s fits into the first flight, with its styles",
    async (path, { endpoint }) => {
      expect(await bytesOnTheWire(endpoint.origin, `/${language}/${path}`)).toBeLessThanOrEqual(firstFlight);
      const html = await (await fetch(`${endpoint.origin}/${language}/${path}`)).text();
      expect(html).toContain("<style>");
      expect(html).not.toMatch(/<link[^>]+stylesheet/);
    },
  );

  it.for(["", "report/"])("of /%s says nothing twice", async (path, { phone, network }) => {
    const { page } = phone;
    const scripts = await openWithoutScript(page, network, `/${language}/${path}`);
    const once = async () => {
      const lines = await linesOn(page);
      expect(lines.length).toBeGreaterThan(5);
      expect(lines.filter((line, place) => lines.indexOf(line) !== place)).toEqual([]);
    };
    await once();
    if (path === "report/") {
      await page.getByRole("radio", { name: t("questions:common.options.yes"), exact: true }).check();
      await once();
    }
    scripts.open();
  });
});
