import type { Page } from "playwright-core";

/** What a tablet keeps about itself, in clear. */
export interface RowAbout {
  readonly tablet?: string;
  readonly token?: string;
}

/** Every row that the tablet keeps about itself. */
export function rowsAbout(page: Page): Promise<readonly RowAbout[]> {
  return page.evaluate(async () => {
    const opening = indexedDB.open("notes");
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const reading = database.transaction("about").objectStore("about").getAll();
    const rows = await new Promise<readonly RowAbout[]>((resolve) => {
      reading.onsuccess = () => resolve(reading.result);
    });
    database.close();
    return rows;
  });
}
