import { describe, expect, vi } from "vitest";
import { handsOn } from "./chromium.ts";
import { deliveries, gate } from "./faulty-network.ts";
import { it } from "./journey.ts";
import type { Phone } from "./phone.ts";
import { reporter as reporterOf } from "./reporter.ts";
import { draftSaved } from "./saved-draft.ts";
import { type Story, shortStory } from "./story.ts";
import { english } from "./words.ts";

const { t } = english;
const words = "They shouted at me.";
const story = shortStory(words, { police: "facts", victimsFirst: "nothing", council: "nothing" });
const password = "correct horse battery staple";
const kept: Story = { ...story, password };
const received = /^Received by Thames Valley Police on /;
const fiveMinutes = 5 * 60_000;

/** To the end: while one password is tried, the page takes no other. */
async function tryPassword({ reporter, page }: Phone, tried: string): Promise<void> {
  await reporter.hands.write({ name: t("report:passphrase.label") }, tried);
  await reporter.hands.press(t("report:lock.unlock"));
  await page.getByRole("progressbar").waitFor({ state: "detached" });
}

describe("F43: a phone that lies untouched for five minutes", () => {
  it("covers the answers and drops their keys, while the upload of a sealed report goes on", async ({
    phone,
    network,
    endpoint,
  }) => {
    const { reporter, page } = phone;
    const slow = gate();
    await page.clock.install();
    await reporter.begin(network.origin);
    await reporter.write(shortStory("The first report.", story.sends));
    network.meet(deliveries, slow.fault);
    await reporter.send();
    await vi.waitUntil(() => slow.held() > 0);
    await reporter.hands.press(t("report:sent.another"));
    await reporter.writeUntil(story, "place");
    await draftSaved(page);
    await vi.waitUntil(() => slow.held() > 1, { timeout: 30_000 });
    await page.clock.fastForward(fiveMinutes);
    await reporter.hands.sees(t("report:lock.title"));
    expect(await page.content()).not.toContain(words);
    slow.open();
    await vi.waitFor(async () => expect((await endpoint.letters("police")).length).toBe(1), { timeout: 30_000 });
    await reporter.hands.press(t("report:lock.continue"));
    await page.getByText(t("report:lock.title")).waitFor({ state: "detached" });
    await reporter.write(story);
    await reporter.hands.sees(words);
  });
});

describe("a draft that is kept on the phone under a password", () => {
  it("asks for one that is long enough and typed twice, opens with it after the page was closed, and with no other", async ({
    phone,
    network,
    endpoint,
  }) => {
    const { reporter, page, context } = phone;
    await reporter.begin(network.origin);
    await reporter.writeUntil(kept, "passphrase");
    await reporter.fillIn({ ...kept, password: "too short" });
    await reporter.hands.press(t("continue"));
    await page.getByRole("alert").getByText(t("report:passphrase.tooShort")).waitFor();
    await reporter.fillIn(kept);
    await reporter.hands.write({ name: t("report:passphrase.again") }, `${password}!`);
    await reporter.hands.press(t("continue"));
    await page.getByRole("alert").getByText(t("report:passphrase.differ")).waitFor();
    await reporter.write(kept);
    await draftSaved(page);
    await page.close();

    const tomorrow = await context.newPage();
    const again = { ...phone, page: tomorrow, reporter: reporterOf(handsOn(tomorrow)) };
    await again.reporter.begin(network.origin);
    await again.reporter.hands.sees(t("report:lock.kept"));
    expect(await tomorrow.content()).not.toContain(words);
    await tryPassword(again, "wrong horse battery staple");
    await again.reporter.hands.sees(t("report:lock.wrong"));
    await tryPassword(again, password);
    await tomorrow.getByText(t("report:lock.kept")).waitFor({ state: "detached" });
    await again.reporter.write(kept);
    await again.reporter.hands.sees(words);
    await again.reporter.send();
    await again.reporter.hands.sees(received);
    expect((await endpoint.submissions()).size).toBe(1);
  });

  it("says that it is open in another window, and opens when that one is closed", async ({ phone, network }) => {
    const { reporter, page, context } = phone;
    await reporter.begin(network.origin);
    await reporter.write(kept);
    await draftSaved(page);
    const window = await context.newPage();
    const other = { ...phone, page: window, reporter: reporterOf(handsOn(window)) };
    await other.reporter.begin(network.origin);
    await tryPassword(other, password);
    await other.reporter.hands.sees(t("saved.elsewhere"));
    await page.close();
    await tryPassword(other, password);
    await window.getByText(t("report:lock.kept")).waitFor({ state: "detached" });
    await other.reporter.write(kept);
    await other.reporter.hands.sees(words);
  });
});

describe("F44: a wrong password twenty times over, and a forgotten one", () => {
  it("slows down, sends what was sealed all the same, and says that the draft is lost before it is deleted", async ({
    phone,
    network,
    endpoint,
  }) => {
    const { reporter, page } = phone;
    await page.clock.install();
    network.meet(deliveries, async () => ({ status: 503, headers: { "retry-after": "3000" } }));
    await reporter.begin(network.origin);
    await reporter.write(story);
    await reporter.send();
    await reporter.hands.sees(t("report:status.because.busy"));
    await reporter.hands.press(t("report:sent.another"));
    await reporter.write(kept);
    await draftSaved(page);
    await page.reload();
    await reporter.hands.sees(t("report:lock.kept"));

    const waits: number[] = [];
    for (let tries = 1; tries <= 20; tries++) {
      await tryPassword(phone, `wrong password number ${tries}`);
      await page.getByRole("alert").getByText(t("report:lock.wrong")).waitFor();
      if (tries < 3) continue;
      await tryPassword(phone, password);
      const told = page.getByRole("alert").getByText(/^Too many tries/);
      await told.waitFor();
      waits.push(Number(/\d+/.exec((await told.textContent()) ?? "")?.[0]));
      await page.clock.fastForward((waits.at(-1) ?? 0) * 1000);
    }
    for (const [place, seconds] of waits.entries()) {
      const full = Math.min(300, 2 ** (place + 1)); // a moment of it is over when the page says how long
      expect(seconds).toBeGreaterThan(full - 5);
      expect(seconds).toBeLessThanOrEqual(full);
    }

    network.mend();
    await page.clock.fastForward(3000 * 1000);
    await vi.waitFor(async () => expect((await endpoint.submissions()).size).toBe(1), { timeout: 30_000 });
    await reporter.hands.sees(t("report:lock.kept"));

    await reporter.hands.press(t("report:lock.forgot"));
    await reporter.hands.sees(t("report:lock.forget.text"));
    await reporter.hands.press(t("report:lock.forget.cancel"));
    await reporter.hands.sees(t("report:lock.kept"));
    await reporter.hands.press(t("report:lock.forgot"));
    await reporter.hands.press(t("report:lock.forget.confirm"));
    await reporter.hands.sees(t("questions:danger.ask"));
    await page.goto(`${network.origin}/en-GB/reports/`);
    await reporter.hands.sees(received);
    await reporter.begin(network.origin);
    await reporter.write({ ...kept, password: "another horse battery staple" });
    await reporter.send();
    await reporter.hands.sees(received);
  });
});
