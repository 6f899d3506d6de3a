import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it } from "./journey.ts";
import { draftSaved } from "./saved-draft.ts";
import { shortStory } from "./story.ts";
import { english } from "./words.ts";

const { t } = english;
const sends = { police: "facts", victimsFirst: "nothing", council: "nothing" } as const;

/** Puts a text into the field as a paste does, with every code unit as it is. */
async function paste(page: Page, text: string): Promise<void> {
  const units = Array.from({ length: text.length }, (_unit, place) => text.charCodeAt(place));
  await page.getByRole("textbox").evaluate((field: HTMLTextAreaElement, pasted) => {
    let whole = "";
    for (let at = 0; at < pasted.length; at += 10_000) whole += String.fromCharCode(...pasted.slice(at, at + 10_000));
    field.value = whole;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }, units);
}

describe("F39: a text that is strange, or meant to do harm", () => {
  const strange = [
    "a NUL \u0000 in the middle",
    "half of a pair \ud83d alone",
    "photo \u202egpj.exe\u202c and \u2066isolated\u2069",
    "👩🏽‍🤝‍👩🏿 ދިވެހި ᏣᎳᎩ é (e with its accent apart)",
    "=cmd|'/C calc'!A0 and +1 and -1 and @SUM(1)",
    "<img src=x onerror=\"document.title='harmed'\"><script>document.title='harmed'</script>",
    "{{constructor}} $t(interface:product) ${1+1} %00 \\u0000",
  ].join("\n");

  it("stands on the pages as text and arrives as it was seen", async ({ phone, network, endpoint }) => {
    const { reporter, page } = phone;
    const story = shortStory("", sends);
    await reporter.begin(network.origin);
    await reporter.writeUntil(story, "ownWords");
    await paste(page, strange);
    await reporter.goOn();
    await reporter.write({ ...story, answers: {} });
    await page.getByText("{{constructor}} $t(interface:product) ${1+1} %00").first().waitFor();
    expect(await page.locator("main").locator("img, script, iframe, object, svg").count()).toBe(0);
    expect(await page.title()).toBe(t("product"));
    await reporter.send();
    await reporter.hands.sees(/^Received by /);
    const [opened] = await endpoint.letters("police");
    const expected = strange.toWellFormed();
    expect(opened?.letter.answers["ownWords"]).toEqual({ kind: "text", text: expected, language: "en-GB" });
  });

  it("of a megabyte is not lost and not sent: the page says how long it may be", async ({
    phone,
    network,
    endpoint,
  }) => {
    const { reporter, page } = phone;
    const story = shortStory("", sends);
    const megabyte = "Where I live. ".repeat(75_000);
    const length = () => page.getByRole("textbox").evaluate((field: HTMLTextAreaElement) => field.value.length);
    await reporter.begin(network.origin);
    await reporter.writeUntil(story, "ownWords");
    await paste(page, megabyte);
    await reporter.hands.press(t("continue"));
    await page
      .getByRole("alert")
      .getByText(t("problems:tooLong", { limit: 10_000, count: 10_000 }))
      .waitFor();
    expect(await length()).toBeGreaterThan(1_000_000);
    await draftSaved(page);
    await page.reload();
    await reporter.hands.press(t("report:lock.continue"));
    await reporter.hands.sees(t("questions:ownWords.ask"));
    expect(await length()).toBeGreaterThan(1_000_000);
    await reporter.write({ ...story, answers: { ownWords: "Where I live." } });
    await reporter.send();
    await reporter.hands.sees(/^Received by /);
    expect((await endpoint.letters("police")).map(({ text }) => text.length < 100_000)).toEqual([true]);
  });
});
