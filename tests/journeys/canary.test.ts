import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { canaryWords } from "./canary-words.ts";
import { handsOn } from "./chromium.ts";
import { startChromiumProcess } from "./chromium-process.ts";
import { filesWith } from "./files-with.ts";
import { it } from "./journey.ts";
import { reporter as reporterOf } from "./reporter.ts";
import { draftSaved } from "./saved-draft.ts";
import { fullStory, type Story } from "./story.ts";
import { english } from "./words.ts";

const { t } = english;

it("F46: finds no word of a report in anything that the endpoint or the browser keeps", async ({
  network,
  endpoint,
  onTestFinished,
}) => {
  const profile = mkdtempSync(join(tmpdir(), "connect-profile-"));
  const chromium = await startChromiumProcess(profile);
  onTestFinished(async () => {
    await chromium.kill();
    rmSync(profile, { recursive: true, force: true });
  });
  const { page } = chromium;
  const person = reporterOf(handsOn(page));
  const { invent, planted, mark } = canaryWords();
  const sends = { police: "factsAndContact", victimsFirst: "factsAndContact", council: "facts" } as const;
  const story: Story = { ...fullStory("self", sends, invent), password: `${mark} horse battery staple` };
  await person.begin(network.origin);
  await person.hands.sees(t("offline.ready"));

  // One report is kept, locked, unlocked, printed, spoken in another language, saved as a file, and received.
  await person.writeUntil(story, "place");
  await person.fillIn(story);
  await draftSaved(page);
  await page.reload();
  await person.hands.write({ name: t("report:passphrase.label") }, story.password ?? "");
  await person.hands.press(t("report:lock.unlock"));
  await page.getByText(t("report:lock.kept")).waitFor({ state: "detached" });
  await person.write(story);
  await person.hands.speak("العربية");
  await person.hands.speak("English");
  await page.emulateMedia({ media: "print" });
  await page.emulateMedia({ media: "screen" });
  network.cut();
  await person.send();
  expect(planted.length).toBeGreaterThan(60);
  network.mend();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await person.hands.sees(/^Received by /);
  expect((await endpoint.letters("police"))[0]?.text).toContain(mark);

  // A second one is left in the middle, with the browser closed as people close it.
  await person.hands.press(t("report:sent.another"));
  await person.writeUntil({ ...story, password: "" }, "victim");
  await person.fillIn(story);
  await draftSaved(page);
  expect(filesWith(mark, profile)).toEqual([]);
  await chromium.close();

  expect(filesWith(mark, profile)).toEqual([]);
  expect(filesWith(mark, endpoint.folder)).toEqual([]);
  expect(endpoint.log.join("\n")).not.toContain(mark);
  expect(endpoint.log.join("\n")).not.toContain("127.0.0.1");
});

it("F46: would find a word that a browser keeps", async ({ network, onTestFinished }) => {
  const profile = mkdtempSync(join(tmpdir(), "connect-profile-"));
  const chromium = await startChromiumProcess(profile);
  onTestFinished(async () => {
    await chromium.kill();
    rmSync(profile, { recursive: true, force: true });
  });
  const { mark } = canaryWords();
  await chromium.page.goto(`${network.origin}/en-GB/`);
  await chromium.page.evaluate((word) => localStorage.setItem("careless", word), mark);
  await chromium.close();
  expect(filesWith(mark, profile)).not.toEqual([]);
});
