import { expect } from "vitest";
import { deliveries } from "./faulty-network.ts";
import { it } from "./journey.ts";
import { shortStory } from "./story.ts";
import { wakeWorker } from "./sync-event.ts";
import { english } from "./words.ts";

const { t } = english;
const story = shortStory("They shouted at me.", { police: "facts", victimsFirst: "nothing", council: "nothing" });
const received = /^Received by Thames Valley Police on /;

it("F13: two windows and the browser itself that send at once upload one report once", async ({
  phone,
  network,
  endpoint,
}) => {
  const { reporter, page, context } = phone;
  await phone.visit();
  network.meet(deliveries, async () => ({ status: 503, headers: { "retry-after": "3000" } }));
  await reporter.write(story);
  await reporter.send();
  await reporter.hands.sees(t("report:status.because.busy"));
  const other = await context.newPage();
  await other.goto(`${network.origin}/en-GB/reports/`);
  await other.getByText(t("report:status.because.busy")).waitFor();
  network.mend();
  const before = network.deliveries().length;
  const sendNow = [page, other].map((window) => window.getByRole("button", { name: t("report:status.sendNow") }));
  await Promise.all([
    ...sendNow.map((button) => button.dispatchEvent("click")),
    wakeWorker(await context.newPage(), network.origin, "deliver"),
  ]);
  await Promise.all([page, other].map((window) => window.getByText(received).waitFor()));
  expect(network.deliveries().length - before).toBe(1);
  expect((await endpoint.submissions()).size).toBe(1);
});

it("F14: two taps on Send within a moment make one report", async ({ phone, network, endpoint }) => {
  const { reporter, page } = phone;
  await reporter.begin(network.origin);
  await reporter.write(story);
  await page.getByRole("button", { name: t("report:check.send") }).evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await reporter.hands.sees(received);
  expect(network.deliveries()).toHaveLength(1);
  expect((await endpoint.submissions()).size).toBe(1);
  await page.goto(`${network.origin}/en-GB/reports/`);
  await reporter.hands.sees(t("report:list.allSent"));
  expect(
    await page
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading") })
      .count(),
  ).toBe(1);
});
