import { expect } from "vitest";
import { keyboardOn } from "./keyboard.ts";
import { reporter } from "./reporter.ts";
import { atTablet, newTablet, passphraseOn } from "./tablet.ts";
import { both, it, visit } from "./visit.ts";
import { english } from "./words.ts";

const { t } = english;
const slowly = 300_000;

it("a worker with a keyboard and nothing else sets the tablet up and asks a visitor, and each page begins at its heading", {
  timeout: slowly,
}, async ({ tablet, endpoint, network }) => {
  const { page } = tablet;
  const work = atTablet(keyboardOn(page), network.origin, () => passphraseOn(page));
  const { hands } = work;
  const person = reporter(hands);
  const begins = (heading: string) => page.locator("[data-heading]:focus").getByText(heading).waitFor();
  await work.open();
  await hands.sees(t("point:enrol.title"));
  await work.enrol(await endpoint.code());
  await begins(t("point:newWorker.firstTitle"));
  await hands.write({ name: t("point:newWorker.name") }, "Amina K");
  await hands.press(t("continue"));
  await begins(t("point:newWorker.yourWords"));
  const passphrase = await passphraseOn(page);
  await hands.press(t("point:newWorker.written"));
  await begins(t("point:pin.choose"));
  await work.choosePin();
  await begins("Name of east-library");
  await hands.press(t("point:home.lock"));
  await begins(t("point:covered.title"));
  await work.uncover();
  await begins("Name of east-library");
  await hands.press(t("point:home.signOut"));
  await begins(t("point:signIn.hello", { name: "Amina K" }));
  await work.signIn(passphrase);
  await work.choosePin();
  await hands.press(t("point:home.begin"));
  await begins(t("point:start.title"));
  await hands.press(t("point:start.begin"));
  await begins(t("questions:danger.ask"));
  await person.writeUntil(visit(both), "incidentTypes");
  await hands.press(t("point:visit.pause"));
  await begins("Name of east-library");
  await hands.sees(t("point:drafts.title"));
});

it("a worker whose tablet forces its own colours sees what is a button and what is a link", async ({
  browser,
  network,
  endpoint,
  onTestFinished,
}) => {
  const { work, page, context } = await newTablet(browser, network, {
    forcedColors: "active",
    reducedMotion: "reduce",
  });
  onTestFinished(() => context.close());
  await work.setUp(endpoint);
  const unmarked = await page.evaluate(() =>
    [...document.querySelectorAll("button")]
      .filter((button) => button.checkVisibility())
      .filter((button) => {
        const { borderTopStyle, borderTopWidth, textDecorationLine } = getComputedStyle(button);
        const hasBorder = borderTopStyle !== "none" && Number.parseFloat(borderTopWidth) > 0;
        return !hasBorder && textDecorationLine !== "underline";
      })
      .map((button) => button.textContent),
  );
  expect(unmarked).toEqual([]);
});
