import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, vi } from "vitest";
import { daysAfter } from "../../src/app/point/days-since.ts";
import { dateFormat } from "../../src/language/date-format.ts";
import { putInOutbox, sealedReports } from "../bench/sealed-reports.ts";
import { it } from "./visit.ts";
import { english } from "./words.ts";

const { t } = english;

const unsent = 200;
const sendWithinDays = 7;
const minuteMs = 60_000;

/** How many files a ZIP file says that it holds, at its very end (APPNOTE.TXT, 4.3.16). */
function filesIn(zip: Buffer): number {
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  if (end < 0) throw new Error("this is no ZIP file");
  return zip.readUInt16LE(end + 10);
}

it("F45: a tablet with 200 unsent reports counts them, says by when the oldest is due, saves all in one file, and sends them when a network comes", {
  timeout: 300_000,
}, async ({ tablet, built, network, endpoint }) => {
  const { work, page, context } = tablet;
  const passphrase = await work.setUp(endpoint);
  await work.hands.sees(t("offline.ready"));
  network.cut();
  await context.setOffline(true);
  let oldestAt = Number.POSITIVE_INFINITY;
  for await (const some of sealedReports(built.keys.keysFile, unsent, randomBytes)) {
    await page.evaluate(
      putInOutbox,
      some.map((each) => ({ ...each, fromPoint: true })),
    );
    oldestAt = Math.min(oldestAt, ...some.map(({ createdAt }) => createdAt));
  }
  expect(Date.now() - oldestAt).toBeGreaterThan((unsent - 1) * minuteMs);
  await page.reload();
  await work.signIn(passphrase);
  await work.choosePin();
  await work.hands.sees(t("point:sealed.waiting", { count: unsent }));
  const date = dateFormat("en-GB", { dateStyle: "full", timeZone: "Europe/London" });
  await work.hands.sees(t("point:sealed.sendBy", { date: date.format(daysAfter(oldestAt, sendWithinDays)) }));

  const saving = page.waitForEvent("download");
  await work.hands.press(t("point:sealed.saveAll"));
  const zip = readFileSync(await (await saving).path());
  expect(filesIn(zip)).toBe(unsent);
  await work.hands.sees(t("point:sealed.savedAll", { count: unsent }));
  await work.hands.sees(t("point:sealed.waiting", { count: unsent }));

  network.mend();
  await context.setOffline(false);
  await page.getByText(t("point:sealed.received", { count: unsent })).waitFor({ timeout: 200_000 });
  await vi.waitFor(() => expect(new Set(network.deliveries().map(({ path }) => path)).size).toBe(unsent));
  expect(await page.getByText(t("point:sealed.saveAll")).count()).toBe(0);
});
