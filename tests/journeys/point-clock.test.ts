import { expect } from "vitest";
import { reporter } from "./reporter.ts";
import { both, it, openFirstDraft, visit, words } from "./visit.ts";
import { english } from "./words.ts";

const { t } = english;

const dayMs = 86_400_000;

it.for(["2016-11-25T10:00:00Z", "2036-11-25T10:00:00Z"])(
  "F34: a tablet whose clock says %s is set up, seals and sends, and asks about no draft too early",
  async (wrong, { tablet, endpoint }) => {
    const { work, page } = tablet;
    const person = reporter(work.hands);
    const begunAt = Date.now();
    await page.clock.install({ time: new Date(wrong) });
    const passphrase = await work.setUp(endpoint);
    await work.beginVisit();
    await person.writeUntil(visit(both), "wanted");
    await person.hands.press(t("point:visit.pause"));
    await work.isHome();
    await page.getByText(/^Visitor 1 · /).waitFor();
    await work.beginVisit();
    await person.write(visit(both));
    await person.hands.press(t("report:check.send"));
    await person.hands.sees(t("point:finished.title"));
    await person.hands.press(t("point:finished.end"));
    await person.hands.sees(t("point:sealed.received", { count: 1 }));
    const [letter] = await endpoint.letters("police");
    expect(letter?.text).toContain(words);
    expect(Math.abs(Date.parse(letter?.receivedAt ?? "") - begunAt)).toBeLessThan(dayMs);
    const old = page.getByText(/^Nobody has worked on this/);
    expect(await old.count()).toBe(0);

    await page.clock.setSystemTime(new Date(begunAt));
    await page.reload();
    await work.signIn(passphrase);
    await work.choosePin();
    await page.getByText(/^Visitor 1 · /).waitFor();
    await openFirstDraft(page);
    expect(await person.where()).toBe("wanted");
    await person.write(visit(both));
    await person.hands.press(t("report:check.send"));
    await person.hands.sees(t("point:finished.title"));
    await person.hands.press(t("point:finished.end"));
    await person.hands.sees(t("point:sealed.received", { count: 2 }));
    expect((await endpoint.submissions()).size).toBe(2);
  },
);
