import { expect } from "vitest";
import { handsOn } from "./chromium.ts";
import { it } from "./journey.ts";
import { reporter as reporterOf } from "./reporter.ts";
import { shortStory } from "./story.ts";
import { arabic, english } from "./words.ts";

const sends = { police: "facts", victimsFirst: "nothing", council: "nothing" } as const;

it("switches the language in the middle of a report without loss, and marks each text with the language it was written in", async ({
  phone,
  endpoint,
}) => {
  const { page, reporter, network } = phone;
  const inArabic = reporterOf(handsOn(page), arabic);
  const html = page.locator("html");
  const story = shortStory("They shouted at me.", sends);

  await reporter.begin(network.origin);
  await reporter.writeUntil(story, "ownWords");
  await reporter.fillIn(story);
  await reporter.hands.speak("العربية");
  await inArabic.hands.sees(arabic.t("questions:ownWords.ask"));
  expect([await html.getAttribute("lang"), await html.getAttribute("dir")]).toEqual(["ar", "rtl"]);
  expect(await page.getByRole("textbox").inputValue()).toBe("They shouted at me.");
  expect(new URL(page.url()).pathname).toBe("/ar/report/");

  await inArabic.goOn();
  const placed = { ...story, answers: { place: { description: "شارع كاولي" } } };
  await inArabic.writeUntil(placed, "place");
  await inArabic.fillIn(placed);
  await inArabic.hands.speak("English");
  await reporter.hands.sees(english.t("questions:place.ask"));
  expect([await html.getAttribute("lang"), await html.getAttribute("dir")]).toEqual(["en-GB", "ltr"]);
  await reporter.goOn();
  await reporter.write(story);

  await page.getByText("شارع كاولي").first().waitFor();
  await page
    .getByText(english.t("report:check.writtenIn", { language: "Arabic" }))
    .first()
    .waitFor();
  await reporter.send();
  await reporter.hands.sees(/^Received by /);
  const [opened] = await endpoint.letters("police");
  const answers = opened?.letter.answers;
  expect(answers?.["ownWords"]).toEqual({ kind: "text", text: "They shouted at me.", language: "en-GB" });
  expect(answers?.["place"]).toEqual({ kind: "place", description: { text: "شارع كاولي", language: "ar" } });
});

it("has a language with no network from the moment it says so, and says so of each language by itself", async ({
  phone,
}) => {
  const { page, reporter, network } = phone;
  const offline = async (path: string) => {
    await page.goto(network.origin + path);
    return page.locator("html").getAttribute("lang");
  };
  await phone.visit();
  await phone.loseNetwork();
  expect(await offline("/ar/report/")).toBe("en-GB"); // nobody chose it here: the start page takes its place
  await phone.findNetwork();
  await offline("/en-GB/report/");
  await reporter.hands.speak("العربية");
  await page.getByText(arabic.t("offline.ready")).waitFor();
  await phone.loseNetwork();
  for (const path of [
    "/ar/report/",
    "/ar/",
    "/ar/support/",
    "/ar/emergency/",
    "/ar/advice/",
    "/ar/advice/home/",
    "/ar/reports/",
  ]) {
    expect(await offline(path)).toBe("ar");
  }
  expect(await offline("/en-GB/report/")).toBe("en-GB");
});
