import { type Browser, chromium, type Page } from "playwright-core";
import type { Hands, Name } from "./hands.ts";

export const chromiumProgram = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

export const chromiumFlags: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** `without` names switches that Playwright sets by itself and this browser is to start without. */
export function startChromium(program = chromiumProgram, without: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: program, args: [...chromiumFlags], ignoreDefaultArgs: [...without] });
}

/** The hands of a person at a page in Chromium. */
export function handsOn(page: Page): Hands {
  const first = page.locator("h1").first();
  const within = ({ group = [] }: Name) =>
    group.reduce<Pick<Page, "getByRole" | "getByLabel">>(
      (around, name) => around.getByRole("group", { name, exact: true }),
      page,
    );
  const words = async () => ((await first.textContent()) ?? "").trim();
  return {
    go: async (address) => void (await page.goto(address)),
    heading: words,
    async headingAfter(before) {
      await page.waitForFunction((known) => document.querySelector("h1")?.textContent?.trim() !== known, before, {
        polling: 20,
      });
      return words();
    },
    press: (name) =>
      page
        .getByRole("button", { name, exact: true })
        .or(page.getByRole("link", { name, exact: true }))
        .click(),
    async speak(language) {
      await page.locator(".languages summary").click();
      await page.getByRole("link", { name: language, exact: true }).click();
    },
    async tick(option) {
      const { name } = option;
      const around = within(option);
      await around
        .getByRole("radio", { name, exact: true })
        .or(around.getByRole("checkbox", { name, exact: true }))
        .check();
    },
    untick: ({ name }) => page.getByRole("checkbox", { name, exact: true }).uncheck(),
    write: (field, text) => within(field).getByLabel(field.name, { exact: true }).filter({ visible: true }).fill(text),
    sees: (wanted) => page.getByText(wanted).filter({ visible: true }).first().waitFor({ timeout: 30_000 }),
  };
}
