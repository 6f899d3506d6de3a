import { describe, expect } from "vitest";
import { contacts } from "../../deployments/thames-valley/contacts.json" with { type: "json" };
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
});
