import type { Page } from "playwright-core";

/** Fills what room this origin has left with a database of its own, to the last kilobyte. */
export function fillStorage(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const opening = indexedDB.open("ballast", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("lead", { autoIncrement: true });
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const fits = (bytes: number) =>
      new Promise<boolean>((resolve) => {
        const transaction = opening.result.transaction("lead", "readwrite");
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
        transaction.objectStore("lead").add(crypto.getRandomValues(new Uint8Array(bytes)));
      });
    for (const bytes of [65_536, 16_384, 4_096, 1_024]) while (await fits(bytes));
    opening.result.close();
  });
}

export function emptyStorage(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const deleting = indexedDB.deleteDatabase("ballast");
    await new Promise((resolve) => {
      deleting.onsuccess = resolve;
    });
  });
}
