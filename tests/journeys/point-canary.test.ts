import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { canaryWords } from "./canary-words.ts";
import { startChromiumProcess } from "./chromium-process.ts";
import { rowsAbout } from "./device-rows.ts";
import { filesWith } from "./files-with.ts";
import { it } from "./journey.ts";
import { reporter } from "./reporter.ts";
import { everythingKept } from "./saved-draft.ts";
import { tabletOn } from "./tablet.ts";
import { fullVisit, openFirstDraft } from "./visit.ts";
import { english } from "./words.ts";

const { t } = english;
const sends = { police: "factsAndContact", victimsFirst: "factsAndContact", council: "facts" } as const;

it("F46: finds no word of a visitor's, nor the six words that open the tablet, in anything that a tablet or the endpoint keeps", {
  timeout: 300_000,
}, async ({ network, endpoint, onTestFinished }) => {
  const profile = mkdtempSync(join(tmpdir(), "connect-profile-"));
  const { invent, planted, mark } = canaryWords();
  const story = fullVisit(sends, invent);
  const nameOfWorker = `Worker${mark.slice(-6)}`;
  let chromium = await startChromiumProcess(profile);
  onTestFinished(async () => {
    await chromium.kill();
    rmSync(profile, { recursive: true, force: true });
  });
  let work = tabletOn(chromium.page, network.origin);
  let person = reporter(work.hands);
  const passphrase = await work.setUp(endpoint, nameOfWorker);
  await person.hands.sees(t("offline.ready"));

  // Written by a worker, up to the worker's own pages; then paused, opened again and locked.
  await work.beginVisit();
  await person.writeUntil(story, "session");
  await person.fillIn(story);
  await person.hands.press(t("point:visit.pause"));
  await work.isHome();
  expect(planted.length).toBeGreaterThan(60);
  expect(filesWith(mark, profile)).toEqual([]);
  await openFirstDraft(chromium.page);
  await person.hands.press(t("point:visit.lock"));
  await person.hands.sees(t("point:covered.title"));
  expect(filesWith(mark, profile)).toEqual([]);
  await uncover(chromium.page, nameOfWorker);
  await person.write(story);

  // Sealed with no network, saved for a stick, and received.
  network.cut();
  await person.hands.press(t("report:check.send"));
  await person.hands.sees(t("point:finished.title"));
  await person.hands.press(t("point:finished.end"));
  await person.hands.sees(t("point:sealed.waiting", { count: 1 }));
  network.mend();
  await person.hands.press(t("report:status.sendNow"));
  await person.hands.sees(t("point:sealed.received", { count: 1 }));
  expect((await endpoint.letters("police"))[0]?.text).toContain(mark);

  // The next visitor types with the tablet in their own hands when everything is killed at once.
  await work.beginVisit();
  await person.writeUntil(story, "ownWords");
  await person.hands.press(t("point:visit.handOver"));
  await person.hands.sees(t("point:visit.yours"));
  await chromium.page.getByRole("textbox").pressSequentially(`${mark} in my own hands`);
  await everythingKept(chromium.page);
  await chromium.kill();
  expect(filesWith(mark, profile)).toEqual([]);
  chromium = await startChromiumProcess(profile);
  work = tabletOn(chromium.page, network.origin);
  person = reporter(work.hands);
  await work.open();
  await work.signIn(passphrase);
  await work.choosePin();
  await openFirstDraft(chromium.page);
  expect(await chromium.page.getByRole("textbox").inputValue()).toContain(mark);
  const token = await tokenOn(chromium.page);
  await chromium.close();

  expect(filesWith(mark, profile)).toEqual([]);
  expect(filesWith(passphrase, profile)).toEqual([]);
  expect(filesWith(mark, endpoint.folder)).toEqual([]);
  const log = endpoint.log.join("\n");
  for (const secret of [mark, nameOfWorker, token, passphrase, "127.0.0.1"]) expect(log).not.toContain(secret);
  for (const secret of [nameOfWorker, token, passphrase]) expect(filesWith(secret, endpoint.folder)).toEqual([]);
});

it("F46: finds neither a code nor a token of a tablet in anything that the endpoint keeps", async ({
  browser,
  network,
  endpoint,
  onTestFinished,
}) => {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const work = tabletOn(page, network.origin);
  const code = await endpoint.code();
  await work.open();
  await work.enrol(code);
  await work.hands.sees(t("point:newWorker.firstTitle"));
  await work.addWorker("Amina K");
  const token = await tokenOn(page);
  expect(token).toMatch(/^[\w-]{43}$/);
  for (const secret of [code, code.replaceAll("-", ""), token]) {
    expect(filesWith(secret, endpoint.folder)).toEqual([]);
    expect(endpoint.log.join("\n")).not.toContain(secret);
  }
});

const tokenOn = async (page: Page): Promise<string> => {
  const [token] = (await rowsAbout(page)).flatMap((row) => (row.token ? [row.token] : []));
  if (!token) throw new Error("the tablet has no token");
  return token;
};

async function uncover(page: Page, worker: string): Promise<void> {
  const { hands } = tabletOn(page, "");
  await hands.write({ name: t("point:covered.pin", { name: worker }) }, "4711");
  await hands.press(t("point:covered.open"));
  await hands.headingAfter(t("point:covered.title"));
}
