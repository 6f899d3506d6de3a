import { describe } from "vitest";
import { topics } from "../../src/guidance/advice.ts";
import { expectNothingInTheWay, phoneForAxe } from "./axe.ts";
import { anything, deliveries, gate } from "./faulty-network.ts";
import { it } from "./journey.ts";
import { draftSaved } from "./saved-draft.ts";
import { type Story, shortStory } from "./story.ts";
import { arabic, english } from "./words.ts";

const languages = { English: english, Arabic: arabic } as const;
const slowly = 600_000;
const advice = ["advice/", ...topics.map(({ id }) => `advice/${id}/`)];
const password = "correct horse battery staple";
const short = shortStory("They shouted at me.", { police: "facts", victimsFirst: "nothing", council: "nothing" });
const later = ({ path }: { readonly path: string }) => /\/assets\/(later|seal-report)-/.test(path);

describe.for(Object.entries(languages))("in %s nothing stands in the way of anybody", ([, said]) => {
  const { t, language } = said;

  it("on the pages around a report", { timeout: slowly }, async ({ browser, network }) => {
    const { page: tab, reporter, inspector } = await phoneForAxe(said, browser, network);
    for (const page of ["", "emergency/", "support/", ...advice, "reports/"]) {
      await reporter.hands.go(`${network.origin}/${language}/${page}`);
      if (page === "reports/") await reporter.hands.sees(t("report:list.empty"));
      await inspector.look(page || "start");
    }
    await tab.addInitScript(() => Object.defineProperty(navigator, "onLine", { value: false }));
    await reporter.hands.go(`${network.origin}/away/`);
    await inspector.look("away");
    expectNothingInTheWay(inspector);
  });

  it("where reports wait, are held, and were received", { timeout: slowly }, async ({ browser, network }) => {
    const { page, reporter, inspector } = await phoneForAxe(said, browser, network);
    const body = JSON.stringify({ refusal: "tooLarge" });
    const fates = {
      waiting: async () => ({ status: 503, headers: { "retry-after": "3000" } }),
      held: async () => ({ status: 413, headers: { "content-type": "application/json" }, body }),
      received: null,
    } as const;
    for (const [fate, fault] of Object.entries(fates)) {
      network.mend();
      if (fault) network.meet(deliveries, fault);
      await reporter.begin(network.origin);
      await reporter.write(short);
      await reporter.send();
      await page.locator(`[data-status=${fate}]`).waitFor();
      await inspector.look(`sent, ${fate}`);
      await reporter.hands.go(`${network.origin}/${language}/reports/`);
      await page.locator("[data-list] > li").first().waitFor();
      await inspector.look(`reports, ${fate}`);
    }
    await reporter.hands.go(`${network.origin}/${language}/`);
    await reporter.hands.sees(t("pages:start.unsent"));
    await inspector.look("start, a report waits");
    expectNothingInTheWay(inspector);
  });

  it("in danger", { timeout: slowly }, async ({ browser, network }) => {
    const { page, reporter, inspector } = await phoneForAxe(said, browser, network);
    await reporter.begin(network.origin);
    await reporter.hands.tick({ name: t("questions:common.options.yes") });
    await inspector.look("danger, yes");
    await page.locator(".bar__emergency").click();
    await reporter.hands.sees(t("pages:emergency.back"));
    await inspector.look("emergency, over a report");
    expectNothingInTheWay(inspector);
  });

  it("whose network is slower than they are", { timeout: slowly }, async ({ browser, network }) => {
    const { reporter, inspector } = await phoneForAxe(said, browser, network);
    const held = gate();
    network.meet(later, held.fault);
    await reporter.begin(network.origin);
    await reporter.fillIn(short);
    await reporter.goOn();
    await reporter.fillIn(short);
    await reporter.hands.press(t("continue"));
    await reporter.hands.sees(t("loading.title"));
    await inspector.look("the next question is loading");
    held.open();
    expectNothingInTheWay(inspector);
  });

  it("whose device keeps nothing", { timeout: slowly }, async ({ browser, network }) => {
    const { page, reporter, inspector } = await phoneForAxe(said, browser, network);
    await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
    await reporter.begin(network.origin);
    await reporter.hands.sees(t("saved.memory"));
    await inspector.look("in memory only");
    expectNothingInTheWay(inspector);
  });

  it("whose answer needs another look", { timeout: slowly }, async ({ browser, network }) => {
    const { page, reporter, inspector } = await phoneForAxe(said, browser, network);
    const summary = page.locator(".govuk-error-summary");
    const wrong: Story = {
      ...short,
      password: "short",
      answers: {
        ...short.answers,
        when: { how: ["exact"], from: "2099-01-01" },
        place: { postcode: "nowhere" },
        contact: { allowed: ["yes"], ways: ["email"], email: "nobody" },
      },
    };
    const again: Story = {
      ...wrong,
      password,
      answers: { when: { from: "2026-03-14" }, place: { postcode: "OX1 1BF" } },
    };
    await reporter.begin(network.origin);
    for (const question of ["passphrase", "when", "place", "contact"]) {
      await reporter.writeUntil({ ...wrong, password: question === "passphrase" ? "short" : password }, question);
      await reporter.fillIn(wrong);
      await reporter.hands.press(t("continue"));
      await summary.waitFor();
      await inspector.look(`${question}, wrong`);
      await reporter.fillIn({ ...again, answers: { ...again.answers, contact: { email: "somebody@example.org" } } });
      await reporter.goOn();
    }
    await reporter.write({ ...wrong, sends: {} });
    await reporter.hands.press(t("report:check.send"));
    await summary.waitFor();
    await inspector.look("check, nobody chosen");
    expectNothingInTheWay(inspector);
  });

  it("whose report is sealed, or could not be", { timeout: slowly }, async ({ browser, network }) => {
    const { reporter, inspector } = await phoneForAxe(said, browser, network);
    const program = ({ path }: { readonly path: string }) => path.includes("/assets/seal-report-");
    network.meet(program, async () => "drop");
    await reporter.begin(network.origin);
    await reporter.write(short);
    await reporter.hands.press(t("report:check.send"));
    await reporter.hands.sees(t("report:refused.program"));
    await inspector.look("refused");
    const held = gate();
    network.meet(program, held.fault);
    await reporter.hands.press(t("report:check.send"));
    await reporter.hands.sees(t("report:sealing.title"));
    await inspector.look("sealing");
    network.meet(anything, (_request, pass) => pass());
    held.open();
    await reporter.hands.sees(t("report:sent.reference"));
    await inspector.look("sent");
    expectNothingInTheWay(inspector);
  });

  it("whose answers are covered", { timeout: slowly }, async ({ browser, network }) => {
    const { page, reporter, inspector } = await phoneForAxe(said, browser, network);
    await reporter.begin(network.origin);
    await reporter.writeUntil(short, "ownWords");
    await draftSaved(page);
    await reporter.begin(network.origin);
    await reporter.hands.sees(t("report:lock.session"));
    await inspector.look("locked");
    await reporter.hands.press(t("report:lock.delete"));
    await reporter.hands.sees(t("report:lock.deleteText"));
    await inspector.look("about to delete");
    await reporter.hands.press(t("report:lock.forget.confirm"));
    await reporter.hands.sees(t("questions:danger.ask"));
    await reporter.writeUntil({ ...short, password }, "passphrase");
    await draftSaved(page);
    await reporter.writeUntil({ ...short, password }, "ownWords");
    await reporter.begin(network.origin);
    await reporter.hands.sees(t("report:lock.kept"));
    await inspector.look("locked with a password");
    await reporter.hands.write({ name: t("report:passphrase.label") }, "not the password at all");
    await reporter.hands.press(t("report:lock.unlock"));
    await reporter.hands.sees(t("report:lock.wrong"));
    await inspector.look("locked, wrong password");
    await reporter.hands.press(t("report:lock.forgot"));
    await reporter.hands.sees(t("report:lock.forget.text"));
    await inspector.look("forget");
    await reporter.hands.press(t("report:lock.forget.confirm"));
    await page.clock.install();
    await reporter.begin(network.origin);
    await page.locator("body").click();
    await page.clock.fastForward("06:00");
    await reporter.hands.sees(t("report:lock.over.title"));
    await inspector.look("over");
    expectNothingInTheWay(inspector);
  });
});
