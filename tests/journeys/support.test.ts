import { describe, expect } from "vitest";
import { matching, mostShown } from "../../src/guidance/directory.ts";
import { situationOf } from "../../src/guidance/situation.ts";
import { thamesValley } from "../guidance/area.ts";
import { sealInThisWindowAlone } from "./in-this-window.ts";
import { it } from "./journey.ts";
import { newPhone } from "./phone.ts";
import { shortStory } from "./story.ts";
import { english } from "./words.ts";

const { t } = english;
const names = thamesValley.map(({ name }) => name);

describe("everyone who can help", () => {
  it("is there where scripts do not run, and nobody is said to be open", async ({ browser, network }) => {
    const { page, context } = await newPhone(browser, network, { javaScriptEnabled: false });
    await page.goto(`${network.origin}/en-GB/support/`);
    const shown = await page.getByRole("heading", { level: 3 }).allTextContents();
    expect(shown.toSorted()).toEqual(names.toSorted());
    expect(await page.getByText(t("directory:openNow")).filter({ visible: true }).count()).toBe(0);
    await context.close();
  });

  it("is there with no network, and is left without a trace of what was looked for in the address", async ({
    phone,
  }) => {
    const { page, reporter, network } = phone;
    await phone.visit();
    await phone.loseNetwork();
    await reporter.hands.go(`${network.origin}/en-GB/support/`);
    expect(await page.getByRole("heading", { level: 3 }).count()).toBe(names.length);
    await reporter.hands.press(t("directory:groups.lgbt"));
    expect(new URL(page.url()).hash).toMatch(/^#part-\d+$/);
    expect(await page.getByRole("link", { name: "0800 999 5428" }).getAttribute("href")).toBe("tel:08009995428");
  });
});

describe("after a report", () => {
  const sends = { police: "facts", victimsFirst: "nothing", council: "nothing" } as const;
  const story = shortStory("They shouted at me.", sends);
  const told = { ...story.answers, incidentTypes: ["graffiti"], placeKind: ["transport"] };

  it("those who fit it are named with no network, six at most, from nearby first", async ({ phone }) => {
    const { page, reporter } = phone;
    await phone.visit();
    await phone.loseNetwork();
    await page.reload();
    await reporter.write({ ...story, answers: told });
    await reporter.send();
    const help = page
      .locator("section")
      .filter({ has: page.getByRole("heading", { name: t("directory:matched.title") }) });
    const shown = await help.getByRole("heading", { level: 3 }).allTextContents();
    const known = situationOf({ incidentTypes: ["graffiti"], placeKind: ["transport"] }, "en-GB");
    const fitting = matching(thamesValley, known, "2026-11-25").map(({ name }) => name);
    expect(shown.length).toBe(mostShown);
    expect(shown.slice(0, 3)).toEqual(["Oxford City Council", "Victims First", "Thames Valley Police"]);
    expect(shown).toContain("British Transport Police");
    expect(fitting).toEqual(expect.arrayContaining(shown));
  });

  it("nobody is tempted away from one that lies in this window alone", async ({ phone }) => {
    const { page, reporter, network } = phone;
    await sealInThisWindowAlone(phone, { ...story, answers: told });
    await reporter.hands.sees(t("directory:matched.title"));
    const help = page
      .locator("section")
      .filter({ has: page.getByRole("heading", { name: t("directory:matched.title") }) });
    const hrefs = await help
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(hrefs.length).toBeGreaterThan(3);
    expect(hrefs.filter((href) => !/^(tel|sms|mailto):/.test(href))).toEqual([]);
    network.mend();
    await page.evaluate(() => dispatchEvent(new Event("online"))); // it may be sent before a finger finds the button
    await help.getByRole("link", { name: /Oxford City Council/ }).waitFor();
  });
});
