import { describe, expect } from "vitest";
import type { OpenedLetter } from "./endpoint-under-test.ts";
import { reporter } from "./reporter.ts";
import { both, it, visit, words } from "./visit.ts";
import { english } from "./words.ts";

const { t } = english;

const letterTo = async (letters: Promise<readonly OpenedLetter[]>): Promise<OpenedLetter> => {
  const [letter] = await letters;
  if (!letter) throw new Error("nothing came");
  return letter;
};

describe("a visitor's report, filled in by a worker with no network", () => {
  it("asks for safety and says the choices and the limits before any detail, and arrives with its Connect point", async ({
    tablet,
    endpoint,
  }) => {
    const { work, page, context, network } = tablet;
    const person = reporter(work.hands);
    await work.setUp(endpoint);
    await work.hands.sees(t("offline.ready"));
    network.cut();
    await context.setOffline(true);
    await work.beginVisit();
    const pages: string[] = [];
    const story = visit(both, {
      victim: { name: "Sam Visitor" },
      session: { present: ["nobody"], readBack: ["yes"], leaflet: ["unsafe"] },
      safeguarding: { atRisk: ["child"], reason: "A child lives there.", told: ["ownLead"] },
      contact: { allowed: ["yes"], ways: ["phone"], phone: "07700 900123", name: "Sam" },
    });
    await person.write(story, async (at) => void pages.push(at));
    expect(pages.slice(0, 4)).toEqual(["danger", "privacy", "wanted", "depth"]);
    expect(pages).not.toContain("reporter");
    expect(pages).not.toContain("keepDraft");
    await person.hands.press(t("report:check.send"));
    await person.hands.sees(t("point:finished.title"));
    await person.hands.press(t("point:finished.end"));
    await work.isHome();
    await work.hands.sees(t("point:sealed.waiting", { count: 1 }));
    expect(await endpoint.submissions()).toEqual(new Set());
    network.mend();
    await context.setOffline(false);
    await work.hands.sees(t("point:sealed.received", { count: 1 }));
    const police = await letterTo(endpoint.letters("police"));
    expect(police.from).toEqual({ point: "east-library", name: "Name of east-library" });
    expect(police.letter.answers).toMatchObject({
      reporter: { option: "worker" },
      wanted: { option: "full" },
      ownWords: { text: words, language: "en-GB" },
      safeguarding: { parts: { reason: { text: "A child lives there." } } },
      session: { parts: { point: { text: "Name of east-library" }, worker: { text: "Amina K" } } },
    });
    expect(await page.content()).not.toContain(words);
  });

  it("without a name holds nobody's name, and offers no choice that would give one", async ({ tablet, endpoint }) => {
    const { work, page } = tablet;
    const person = reporter(work.hands);
    await work.setUp(endpoint);
    await work.beginVisit();
    const pages: string[] = [];
    const story = visit({ police: "facts", victimsFirst: "facts" }, { wanted: ["noName"] });
    await person.writeUntil(story, "send", async (at) => void pages.push(at));
    expect(pages).not.toContain("victim");
    expect(pages).not.toContain("contact");
    expect(await page.getByRole("radio", { name: t("questions:send.options.factsAndContact") }).count()).toBe(0);
    await person.write(story);
    await person.hands.press(t("report:check.send"));
    await person.hands.sees(t("point:finished.title"));
    await person.hands.press(t("point:finished.end"));
    await work.hands.sees(t("point:sealed.received", { count: 1 }));
    const { letter } = await letterTo(endpoint.letters("police"));
    expect(Object.keys(letter.answers)).toEqual(expect.arrayContaining(["ownWords", "wanted"]));
    expect(letter.answers).not.toHaveProperty("contact");
  });

  it("that is no report, only a wish for support, goes to Victims First alone", async ({ tablet, endpoint }) => {
    const { work } = tablet;
    const person = reporter(work.hands);
    await work.setUp(endpoint);
    await work.beginVisit();
    const pages: string[] = [];
    const story = visit(
      { victimsFirst: "support" },
      {
        wanted: ["supportOnly"],
        contact: { allowed: ["yes"], ways: ["phone"], phone: "07700 900123", name: "Sam" },
      },
    );
    await person.write(story, async (at) => void pages.push(at));
    expect(pages).not.toContain("ownWords");
    expect(pages).not.toContain("depth");
    await person.hands.press(t("report:check.send"));
    await person.hands.sees(t("point:finished.title"));
    await person.hands.press(t("point:finished.end"));
    await work.hands.sees(t("point:sealed.received", { count: 1 }));
    expect((await letterTo(endpoint.letters("victimsFirst"))).letter.answers).toMatchObject({
      wanted: { option: "supportOnly" },
      contact: { details: { phone: { text: "07700 900123" } } },
    });
    expect(await endpoint.letters("police")).toEqual([]);
    expect(await endpoint.letters("council")).toEqual([]);
  });

  it("that the visitor does not want leaves nothing but a count", async ({ tablet, endpoint }) => {
    const { work, page } = tablet;
    const person = reporter(work.hands);
    await work.setUp(endpoint);
    await work.beginVisit();
    await person.writeUntil(visit({}, { wanted: ["nothing"] }), "wanted");
    await person.fillIn(visit({}, { wanted: ["nothing"] }));
    await person.hands.press(t("continue"));
    await person.hands.sees(t("point:noReport.title"));
    await person.hands.press(t("point:noReport.end"));
    await work.isHome();
    expect(await page.getByText(t("point:drafts.title")).count()).toBe(0);
    await work.hands.press(t("point:home.log"));
    const row = page.getByRole("row", { name: t("point:log.noReports") });
    expect(await row.getByRole("cell").textContent()).toBe(t("point:log.few"));
  });
});
