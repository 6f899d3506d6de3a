import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { organisationNames } from "./reporter.ts";
import { english } from "./words.ts";

/** Presses "Save sealed file" and reads what the browser saved. */
export async function savedFile(page: Page, organisation: string): Promise<{ name: string; bytes: Uint8Array }> {
  const name = english.t("report:status.save", { organisation: organisationNames[organisation] });
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name }).click();
  const saved = await saving;
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}
