import type { Page } from "playwright-core";
import { vi } from "vitest";

/** Waits until this device holds a draft with something in it. A person is slower than that; a test is not. */
export async function draftSaved(page: Page): Promise<void> {
  await vi.waitUntil(() => page.evaluate(hasSavedDraft), { timeout: 30_000, interval: 100 });
}

async function hasSavedDraft(): Promise<boolean> {
  const opening = indexedDB.open("notes");
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const reading = database.transaction("drafts").objectStore("drafts").getAll();
  const drafts = await new Promise<{ readonly sequence: number }[]>((resolve) => {
    reading.onsuccess = () => resolve(reading.result);
  });
  database.close();
  return drafts.some(({ sequence }) => sequence > 0);
}

/** Longer than the app takes to keep what was typed (F1: at most two seconds). */
const keptAfterMs = 2_500;

/** Waits as long as somebody who looks up from the page. */
export const everythingKept = (page: Page): Promise<void> => page.waitForTimeout(keptAfterMs);
