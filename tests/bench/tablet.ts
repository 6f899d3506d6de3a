import { randomBytes } from "node:crypto";
import { dirname } from "node:path";
import type { Page } from "playwright-core";
import { accountsFile } from "../../src/endpoint/endpoint.ts";
import { addPoint, makeCode } from "../../src/endpoint/point-making.ts";
import { sqlitePoints } from "../../src/endpoint/sqlite-points.ts";
import { readyOffline } from "./cold-visits.ts";
import type { Figure } from "./figures.ts";
import type { Ground } from "./ground.ts";
import { newProfile, type Phone, takePhone } from "./phone.ts";
import { putInOutbox, sealedReports } from "./sealed-reports.ts";
import { countLocks, covered, exitCovers, hideUntilCovered, type Pressed, pressed } from "./tablet-watch.ts";

const path = "/en-GB/point/";
const pin = "4711";
const slowerBy = 6;

/** A tablet whose worker is at home, with the words that open it. */
interface Tablet {
  readonly phone: Phone;
  readonly passphrase: string;
}

/** Opening, locking and the home of a Connect point's tablet, empty and with a busy week on it. */
export async function tabletDay(ground: Ground, rounds: number, reports: number, drafts: number): Promise<Figure[]> {
  const empty = await setUp(ground);
  const quick = await opened(empty, 1, rounds);
  const slow = await opened(empty, slowerBy, rounds);
  const locks = await locked(empty, rounds);
  const busy = await setUp(ground);
  await fill(ground, busy, reports, drafts);
  const full = await opened(busy, slowerBy, rounds);
  for (const { phone } of [empty, busy]) await phone.close();
  const ms = (about: string, ours: readonly number[], more: Partial<Figure> = {}): Figure => ({
    about,
    unit: "ms",
    ours,
    ...more,
  });
  const of = (all: readonly Opened[], which: "words" | "pin") => all.map((each) => each[which].ms);
  return [
    ms("1x: six words until the PIN page", of(quick, "words")),
    ms(
      "6x: six words until the PIN page (the key is stretched in a thread of its own, which 6x does not slow)",
      of(slow, "words"),
      {
        goal: { atMost: 3_000 },
      },
    ),
    ms(
      "6 times the first line: as if the thread were slowed too",
      of(quick, "words").map((each) => each * slowerBy),
      {
        goal: { atMost: 3_000 },
      },
    ),
    ms(
      "6x: longest task of the page meanwhile",
      slow.map(({ words }) => words.longestMs),
    ),
    ms("6x: PIN until the home, empty", of(slow, "pin"), { goal: { atMost: 300 } }),
    ms(
      `6x: PIN until the home with ${reports} waiting reports and ${drafts} drafts, beside the empty one`,
      of(full, "pin"),
      {
        plain: of(slow, "pin"),
        goal: { atMost: 500 },
      },
    ),
    ms("6x: Lock pressed until the screen is covered", locks.pressed, { goal: { atMost: 100 } }),
    ms("6x: 30 s out of sight are over until the screen is covered", locks.hidden, { goal: { atMost: 100 } }),
    ms("6x: Exit pressed until the screen is covered", locks.exit, { goal: { atMost: 100 } }),
  ];
}

async function setUp(ground: Ground): Promise<Tablet> {
  await ground.app.mend();
  const phone = await takePhone(ground, newProfile(ground), 1, null);
  const { page } = phone;
  await page.setViewportSize({ width: 800, height: 1280 });
  await page.addInitScript(countLocks);
  await page.goto(`${ground.app.origin}${path}#enrol=${await freshCode(ground)}`);
  await page.locator("[name=code]").waitFor();
  await readyOffline(phone);
  await page.locator("form [type=submit]").click();
  await page.locator("[name=workerName]").fill("Amina K");
  await page.locator("form [type=submit]").click();
  const passphrase = ((await page.locator("[data-passphrase]").textContent()) ?? "").trim();
  await page.locator(".page .govuk-button").click();
  await choosePin(page);
  await ground.app.cut();
  await page.context().setOffline(true);
  return { phone, passphrase };
}

async function freshCode({ lettersFile }: Ground): Promise<string> {
  const points = sqlitePoints(accountsFile(dirname(lettersFile)));
  const making = { points, now: Date.now, chance: randomBytes };
  await addPoint(making, { id: "bench", tier: "2", name: "Library" });
  const made = await makeCode(making, "bench", 24);
  await points.close();
  if (!made) throw new Error("the endpoint made no code");
  return made.code;
}

async function choosePin(page: Page): Promise<void> {
  await page.locator("[name=again]").fill(pin);
  await page.locator("[name=pin]").fill(pin);
  await page.locator("form [type=submit]").click();
  await page.locator("[data-home]").waitFor();
}

interface Opened {
  readonly words: Pressed;
  readonly pin: Pressed;
}

/** Signs out and in again, then locks and opens with the PIN, so many times. */
async function opened({ phone, passphrase }: Tablet, rate: number, rounds: number): Promise<readonly Opened[]> {
  const { page } = phone;
  const taken: Opened[] = [];
  for (let round = 0; round < rounds; round++) {
    await page.locator(".more-deeds button").last().click();
    await page.locator("[name=passphrase]").fill(passphrase);
    await phone.slowDown(rate);
    const words = await page.evaluate(pressed, { press: "form [type=submit]", shows: "[name=again]" });
    await phone.slowDown(1);
    await choosePin(page);
    await page.locator(".doors button").last().click();
    await page.locator("[name=pin]").fill(pin);
    await phone.slowDown(rate);
    taken.push({ words, pin: await page.evaluate(pressed, { press: "form [type=submit]", shows: "[data-home]" }) });
    await phone.slowDown(1);
  }
  return taken;
}

/** Every way in which the screen is covered; leaving by "Exit" comes last, because it leaves. */
async function locked({ phone }: Tablet, rounds: number) {
  const { page } = phone;
  const byPress: number[] = [];
  const hidden: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await phone.slowDown(slowerBy);
    byPress.push((await page.evaluate(pressed, { press: ".doors button:last-child", shows: covered })).ms);
    await openAgain(phone);
    if (round > 1) continue; // each takes half a minute
    await phone.slowDown(slowerBy);
    hidden.push(await page.evaluate(hideUntilCovered, covered));
    await openAgain(phone);
  }
  await phone.slowDown(slowerBy);
  const exit = [await page.evaluate(exitCovers)];
  await phone.slowDown(1);
  return { pressed: byPress, hidden, exit };
}

async function openAgain(phone: Phone): Promise<void> {
  await phone.slowDown(1);
  await phone.page.locator("[name=pin]").fill(pin);
  await phone.page.locator("form [type=submit]").click();
  await phone.page.locator("[data-home]").waitFor();
}

/** Drafts as workers begin and pause them, reports as the app would have sealed them. */
async function fill(ground: Ground, { phone: { page } }: Tablet, reports: number, drafts: number): Promise<void> {
  for (let draft = 0; draft < drafts; draft++) {
    await page.locator(".doors button").first().click();
    await page.locator("form [type=submit]").click();
    await page.locator(".visit-bar__deeds button").nth(1).click();
    await page.locator("[data-home]").waitFor();
  }
  for await (const some of sealedReports(ground.keysFile, reports, randomBytes)) await page.evaluate(putInOutbox, some);
}
