import { describe, expect } from "vitest";
import { contacts } from "../../deployments/thames-valley/contacts.json" with { type: "json" };
import advice from "../../locales/en-GB/advice.json" with { type: "json" };
import { topics } from "../../src/guidance/advice.ts";
import { it } from "./journey.ts";
import { newPhone } from "./phone.ts";
import { arabic, english } from "./words.ts";

const languages = { English: english, Arabic: arabic } as const;
const pages = ["", "report/", "reports/"] as const;
const numbers = { "999": "emergency", "101": "police", "0300 1234 148": "victimsFirst" } as const;

describe.for(Object.entries(languages))("where scripts do not run, in %s", ([, { t, language }]) => {
  it.for(pages)(
    "the page /%s says whom to call, and where each number comes from",
    async (path, { browser, network }) => {
      const { page, context } = await newPhone(browser, network, { javaScriptEnabled: false });
      await page.goto(`${network.origin}/${language}/${path}`);
      const help = page
        .locator("section")
        .filter({ has: page.getByRole("heading", { name: t("pages:noScript.title"), exact: true }) });
      expect(await help.isVisible()).toBe(true);
      for (const [number, id] of Object.entries(numbers)) {
        const row = help.getByRole("listitem").filter({ hasText: t(`pages:noScript.${id}`) });
        const call = row.getByRole("link", { name: number, exact: true });
        expect(await call.isVisible()).toBe(true);
        expect(await call.getAttribute("href")).toBe(`tel:${number.replaceAll(" ", "")}`);
        const source = row.getByRole("link", { name: t("pages:noScript.source"), exact: true });
        expect(await source.isVisible()).toBe(true);
        expect(await source.getAttribute("href")).toBe(contacts.find((contact) => contact.id === id)?.source);
      }
      await context.close();
    },
  );

  it("all advice is there to read, with whom to call", { timeout: 240_000 }, async ({ browser, network }) => {
    const { page, context } = await newPhone(browser, network, { javaScriptEnabled: false });
    for (const topic of topics) {
      await page.goto(`${network.origin}/${language}/advice/`);
      await page.getByRole("link", { name: t(`advice:titles.${topic.id}`), exact: true }).click();
      await page.waitForURL(`**/${language}/advice/${topic.id}/`);
      const points = Object.keys(advice.topics[topic.id].points);
      expect((await page.getByRole("listitem").allTextContents()).slice(0, points.length)).toEqual(
        points.map((point) => t(`advice:topics.${topic.id}.points.${point}`)),
      );
      for (const id of topic.contacts) {
        const contact = contacts.find((each) => each.id === id);
        const row = page.getByRole("listitem").filter({ hasText: t(`pages:support.${id}.title`) });
        const call = row.getByRole("link", { name: contact?.call ?? "", exact: true });
        expect(await call.getAttribute("href")).toBe(`tel:${contact?.call?.replaceAll(" ", "")}`);
        const source = row.getByRole("link", { name: t("pages:support.source"), exact: true });
        expect(await source.getAttribute("href")).toBe(contact?.source);
      }
    }
    await context.close();
  });
});
