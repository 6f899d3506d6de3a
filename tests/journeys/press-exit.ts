import type { Page } from "playwright-core";
import { english } from "./words.ts";

const exit = english.t("exit.button");

/** Presses "Exit this page" where a thumb finds it. */
export const pressExit = (page: Page): Promise<void> =>
  page.getByRole("region", { name: exit }).getByRole("link", { name: exit }).click();
