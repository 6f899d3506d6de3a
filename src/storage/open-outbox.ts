import { announcer } from "./announcer.ts";
import { recover } from "./freeze.ts";
import { openTables } from "./open-tables.ts";
import type { Outbox } from "./outbox.ts";
import { outboxOn } from "./outbox-on-tables.ts";
import type { PointStore } from "./point.ts";
import { pointOn } from "./point-on-tables.ts";
import { type Browser, thisBrowser } from "./this-browser.ts";

export interface OpenedOutbox {
  readonly outbox: Outbox;
  readonly point: PointStore;
  close(): void;
}

/** What is sent and as whom, for the service worker: it has no keys and needs none. Null when the database cannot be had now. */
export async function openOutbox(browser: Browser = thisBrowser()): Promise<OpenedOutbox | null> {
  const opening = await openTables({ factory: browser.factory, busy: () => false, onSuperseded: () => undefined });
  if (opening.kind !== "open") {
    browser.channel?.close();
    return null;
  }
  const { tables } = opening;
  const announcing = announcer(browser.channel);
  await recover(tables).catch(() => undefined); // the next opening tries again
  const close = () => {
    announcing.close();
    tables.close();
  };
  return { outbox: outboxOn(tables, announcing, () => undefined), point: pointOn(tables, announcing), close };
}
