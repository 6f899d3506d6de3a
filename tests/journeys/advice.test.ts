import { describe, expect } from "vitest";
import { adviceFor, topics } from "../../src/guidance/advice.ts";
import { sealInThisWindowAlone } from "./in-this-window.ts";
import { it } from "./journey.ts";
import { shortStory } from "./story.ts";
import { arabic, english } from "./words.ts";

const { t } = english;
const titleOf = (topic: string) => t(`advice:titles.${topic}`);

describe("advice on staying safe", () => {
  it("is all there with no network, from the start page to each topic and back", async ({ phone }) => {
    const { page, reporter, network } = phone;
    await phone.visit();
    await phone.loseNetwork();
    await reporter.hands.go(`${network.origin}/en-GB/`);
    await reporter.hands.press(t("advice:link"));
    await reporter.hands.sees(t("advice:page.lead"));
    for (const { id } of topics) {
      await reporter.hands.press(titleOf(id));
      await reporter.hands.sees(t(`advice:topics.${id}.lead`));
      expect(await reporter.hands.heading()).toBe(titleOf(id));
      expect(await page.title()).toBe(t("product")); // the list of open pages does not say what was read
      await reporter.hands.press(t("advice:page.all"));
      await reporter.hands.sees(t("advice:page.lead"));
    }
  });

  it("is one touch away from the support and the emergency page", async ({ phone }) => {
    const { reporter, network } = phone;
    for (const from of ["support", "emergency"]) {
      await reporter.hands.go(`${network.origin}/en-GB/${from}/`);
      await reporter.hands.press(t("advice:link"));
      await reporter.hands.sees(t("advice:page.lead"));
    }
  });

  it("stays on the same topic in another language", async ({ phone }) => {
    const { page, reporter, network } = phone;
    await reporter.hands.go(`${network.origin}/en-GB/advice/home/`);
    await reporter.hands.speak("العربية");
    await page.waitForURL("**/ar/advice/home/");
    expect(await reporter.hands.heading()).toBe(arabic.t("advice:titles.home"));
  });

  it("can be left at once", async ({ phone }) => {
    const { page, reporter, network } = phone;
    await reporter.hands.go(`${network.origin}/en-GB/advice/immigration/`);
    await page.locator(".bar__exit").click();
    await page.waitForURL((url) => !url.pathname.includes("advice"));
    expect(await page.content()).not.toContain(titleOf("immigration"));
  });

  it("is printed with its words and numbers, and no links of the screen", async ({ phone }) => {
    const { page, reporter, network } = phone;
    await reporter.hands.go(`${network.origin}/en-GB/advice/assault/`);
    await page.emulateMedia({ media: "print" });
    const isShown = (words: string) => page.getByText(words, { exact: true }).first().isVisible();
    expect(await isShown(t("advice:topics.assault.points.clothes"))).toBe(true);
    expect(await isShown("0300 1234 148")).toBe(true);
    for (const words of [t("exit.button"), t("advice:page.all"), t("product"), "العربية"]) {
      expect(await isShown(words), words).toBe(false);
    }
    const colours = await page
      .locator("html, .panel, .page")
      .evaluateAll((all) => all.map((each) => getComputedStyle(each).backgroundColor));
    expect(new Set(colours)).toEqual(new Set(["rgba(0, 0, 0, 0)"]));
  });
});

describe("after a report", () => {
  const sends = { police: "facts", victimsFirst: "nothing", council: "nothing" } as const;
  const story = shortStory("They shouted at me.", sends);
  const told = { ...story.answers, incidentTypes: ["attack", "graffiti"], placeKind: ["transport"] };
  const matched = adviceFor({ incidentTypes: ["attack", "graffiti"], placeKind: ["transport"], send: ["facts"] });

  it("is named where it fits what was told, with no network, and opened in its place", async ({ phone }) => {
    const { page, reporter } = phone;
    await phone.visit();
    await phone.loseNetwork();
    await page.reload();
    await reporter.write({ ...story, answers: told });
    await reporter.send();
    const help = page.locator("section").filter({ has: page.getByRole("heading", { name: t("advice:matched") }) });
    const links = help.getByRole("listitem").getByRole("link");
    expect(matched).toEqual(["assault", "transport", "graffiti", "unnamed"]);
    expect(await links.allTextContents()).toEqual(matched.map(titleOf));
    await links.first().click();
    await reporter.hands.sees(t("advice:topics.assault.lead"));
    expect(phone.context.pages()).toHaveLength(1);
  });

  it("does not tempt anybody away from a report that lies in this window alone", async ({ phone }) => {
    const { page, reporter, network } = phone;
    await sealInThisWindowAlone(phone, { ...story, answers: told });
    await reporter.hands.sees(t("report:sent.next.title"));
    expect(await page.getByText(t("advice:matched")).count()).toBe(0);
    network.mend();
    await page.evaluate(() => dispatchEvent(new Event("online"))); // it may be sent before a finger finds the button
    await reporter.hands.sees(t("advice:matched"));
  });
});
