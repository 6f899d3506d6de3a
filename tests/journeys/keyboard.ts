import type { Locator, Page } from "playwright-core";
import { handsOn } from "./chromium.ts";
import type { Hands } from "./hands.ts";

const mostStops = 200;

/** The hands of a person who has a keyboard and nothing else: they reach a thing by Tab, in the order of the page. */
export function keyboardOn(page: Page): Hands {
  const hands = handsOn(page);
  const { keyboard } = page;
  return {
    ...hands,
    async press(name) {
      const button = page.getByRole("button", { name, exact: true });
      await tabTo(page, button.or(page.getByRole("link", { name, exact: true })).last());
      await keyboard.press("Enter");
    },
    async tick({ name, group = [] }) {
      const around = group.reduce<Pick<Page, "getByRole">>(
        (outer, each) => outer.getByRole("group", { name: each, exact: true }),
        page,
      );
      const radio = around.getByRole("radio", { name, exact: true });
      if ((await radio.count()) > 0) await arrowTo(page, radio);
      else await tabTo(page, around.getByRole("checkbox", { name, exact: true }));
      if (!(await page.locator(":focus").isChecked())) await keyboard.press("Space");
    },
    async write({ name }, text) {
      await tabTo(page, page.getByLabel(name, { exact: true }).filter({ visible: true }));
      await keyboard.press("ControlOrMeta+A");
      await keyboard.type(text);
    },
  };
}

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Presses Tab until the focus is there; a page has an end, and Tab begins again at its top. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${target}`);
}

/** A group of radios is one stop of Tab; the arrows lead from one to the next and choose it. */
async function arrowTo(page: Page, radio: Locator): Promise<void> {
  await radio.waitFor();
  const name = await radio.getAttribute("name");
  for (let stop = 0; stop < mostStops; stop += 1) {
    if ((await page.evaluate(() => document.activeElement?.getAttribute("name"))) === name) break;
    await page.keyboard.press("Tab");
  }
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await isFocused(radio)) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`the arrows never reach ${radio}`);
}
