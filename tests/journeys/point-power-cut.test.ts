import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { type ChromiumProcess, startChromiumProcess } from "./chromium-process.ts";
import { it } from "./journey.ts";
import { reporter } from "./reporter.ts";
import { everythingKept } from "./saved-draft.ts";
import { tabletOn } from "./tablet.ts";
import { both, openFirstDraft, visit, words } from "./visit.ts";
import { english } from "./words.ts";

const { t } = english;

/** What lies on the disk at this moment, as a power cut would leave it: the browser is not asked to finish anything. */
function diskAt(profile: string): string {
  const copy = mkdtempSync(join(tmpdir(), "connect-disk-"));
  cpSync(profile, copy, { recursive: true, filter: (file) => !/Singleton|lockfile|DevToolsActivePort/.test(file) });
  return copy;
}

it("F3: has what was kept and what was sealed on the disk when the power goes, the moment after it said so", {
  timeout: 300_000,
}, async ({ network, endpoint, onTestFinished }) => {
  const profile = mkdtempSync(join(tmpdir(), "connect-profile-"));
  const folders = [profile];
  const browsers: ChromiumProcess[] = [];
  const start = async (folder: string) => {
    const chromium = await startChromiumProcess(folder);
    browsers.push(chromium);
    return chromium;
  };
  onTestFinished(async () => {
    for (const browser of browsers) await browser.kill();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  const chromium = await start(profile);
  const work = tabletOn(chromium.page, network.origin);
  const person = reporter(work.hands);
  const passphrase = await work.setUp(endpoint);
  await person.hands.sees(t("offline.ready"));
  network.cut();

  await work.beginVisit();
  await person.write(visit(both));
  await person.hands.press(t("report:check.send"));
  await person.hands.sees(t("point:finished.title"));
  const sealed = diskAt(profile);
  folders.push(sealed);

  await person.hands.press(t("point:finished.end"));
  await work.beginVisit();
  await person.writeUntil(visit(both), "ownWords");
  await chromium.page.getByRole("textbox").fill(words);
  await everythingKept(chromium.page);
  const drafted = diskAt(profile);
  folders.push(drafted);
  await chromium.kill();

  const next = await start(drafted);
  const again = tabletOn(next.page, network.origin);
  await again.open();
  await again.signIn(passphrase);
  await again.choosePin();
  await again.hands.sees(t("point:sealed.waiting", { count: 1 }));
  await openFirstDraft(next.page);
  expect(await next.page.getByRole("textbox").inputValue()).toBe(words);
  await next.kill();

  network.mend();
  const last = await start(sealed);
  const after = tabletOn(last.page, network.origin);
  await after.open();
  await after.signIn(passphrase);
  await after.choosePin();
  await after.hands.sees(t("point:sealed.received", { count: 1 }));
  expect((await endpoint.letters("police")).map(({ text }) => text)).toEqual([expect.stringContaining(words)]);
});
