import { type Announcer, announcer } from "./announcer.ts";
import { type Canary, canary } from "./canary.ts";
import { randomName } from "./ciphers.ts";
import type { Drafts } from "./drafts.ts";
import { draftsWith } from "./drafts-with-keys.ts";
import { type Editors, editors } from "./editors.ts";
import { recover } from "./freeze.ts";
import { keyring, type TextStore } from "./keyring.ts";
import { openTables } from "./open-tables.ts";
import { type Outbox, unsentOf } from "./outbox.ts";
import { outboxOn } from "./outbox-on-tables.ts";
import { pinInMemory } from "./pin.ts";
import type { PointStore } from "./point.ts";
import type { PointLog } from "./point-log.ts";
import { pointLogWith } from "./point-log-with-keys.ts";
import { pointOn } from "./point-on-tables.ts";
import { stretchIn } from "./stretching.ts";
import type { Tables } from "./tables.ts";
import { tablesInMemory } from "./tables-in-memory.ts";
import { type Browser, thisBrowser } from "./this-browser.ts";
import type { Vault } from "./vault.ts";
import type { Stretch } from "./vault-rows.ts";
import { vaultWith } from "./vault-with-keys.ts";
import type { Workers } from "./workers.ts";
import { workersWith } from "./workers-with-keys.ts";

/**
 * What this device holds. Drafts are under the vault's keys; the outbox needs no key and works while locked. The last
 * three are empty on a person's own phone.
 */
export interface DeviceStorage {
  readonly vault: Vault;
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  readonly point: PointStore;
  readonly workers: Workers;
  readonly log: PointLog;
  /** The person was told about missing reports: not again at the next opening. */
  acknowledgeMissing(): void;
  close(): void;
}

/**
 * How opening the device's storage went. `missing` counts unsent reports that were here and are gone (the browser wiped
 * or lost its database): say so, never "all sent". 0 is the ordinary case.
 */
export type Opening =
  | { readonly kind: "open"; readonly storage: DeviceStorage; readonly missing: number }
  /** Nothing can be kept: everything works until the tab closes. Warn: stay here until it is sent. */
  | {
      readonly kind: "inMemory";
      readonly because: "denied" | "damaged" | "noAnswer";
      readonly storage: DeviceStorage;
      readonly missing: number;
    }
  /** Another window of an older release holds the database: ask to close it, then call again. */
  | { readonly kind: "blocked" }
  /** A newer release made this database: reload to get that release. Nothing was touched. */
  | { readonly kind: "newer" };

/**
 * Opens the device's storage, finishes or drops a sealing that was cut off, and always answers. `onSuperseded` is called
 * when a newer release in another window took the database over while no draft was open here: reload.
 */
export async function openStorage(
  onSuperseded: () => void = ignore,
  browser: Browser = thisBrowser(),
): Promise<Opening> {
  const editing = editors(browser.locks);
  const noted = canary(browser.local);
  const opening = await openTables({ factory: browser.factory, busy: editing.any, onSuperseded });
  switch (opening.kind) {
    case "blocked":
    case "newer":
      browser.channel?.close();
      return opening;
    case "denied":
    case "damaged":
    case "noAnswer": {
      const storage = storageOn({ tables: tablesInMemory(), editing, browser, noted });
      return { kind: "inMemory", because: opening.kind, storage, missing: noted.missingFrom(null) };
    }
    case "open": {
      const { tables, epoch } = opening;
      const missing = noted.missingFrom(epoch);
      await recover(tables).catch(ignore); // the next opening tries again
      return { kind: "open", storage: storageOn({ tables, editing, browser, noted, epoch }), missing };
    }
  }
}

interface Parts {
  readonly tables: Tables;
  readonly editing: Editors;
  readonly browser: Browser;
  readonly noted: Canary;
  /** Absent in memory: what is there is gone with the page, and no canary need tell of it. */
  readonly epoch?: string;
}

function storageOn({ tables, editing, browser, noted, epoch }: Parts): DeviceStorage {
  const keys = keyring(browser.session);
  const announcing = announcer(epoch === undefined ? null : browser.channel);
  const known = new Map<string, number>();
  const { now, locks } = browser;
  const vaultMeans = { tables, keys, now, loadStretch: stretchLoader(browser.thread) };
  const outbox = outboxOn(tables, announcing, editing.release);
  if (epoch !== undefined) keepCanary(outbox, noted, epoch, announcing);
  return {
    vault: vaultWith(vaultMeans),
    drafts: draftsWith({
      tables,
      keys,
      editors: editing,
      now,
      tab: tabName(browser.session),
      locksHold: locks !== null,
      known,
    }),
    outbox,
    point: pointOn(tables, announcing),
    workers: workersWith({ ...vaultMeans, announcer: announcing, pin: pinInMemory() }),
    log: pointLogWith({ tables, keys }),
    acknowledgeMissing() {
      if (epoch !== undefined) noted.acknowledge(epoch); // in memory: they may be there again tomorrow
    },
    close() {
      announcing.close();
      tables.close();
    },
  };
}

function keepCanary(outbox: Outbox, noted: Canary, epoch: string, announcing: Announcer): void {
  const count = async () => noted.note(epoch, unsentOf(await outbox.counts()));
  const countIfPossible = () => void count().catch(ignore); // the database is gone: the last note is what counts
  announcing.listen(countIfPossible);
  countIfPossible();
}

/** The same after a reload, so that a tab is not kept out by its own lease. */
function tabName(session: TextStore | null): string {
  const name = session?.getItem("tab") ?? randomName();
  session?.setItem("tab", name);
  return name;
}

function stretchLoader(thread: Browser["thread"]): () => Promise<Stretch | null> {
  return thread === null ? loadStretch : async () => stretchIn(thread, loadStretch);
}

async function loadStretch(): Promise<Stretch | null> {
  try {
    return (await import("./stretch.ts")).stretched;
  } catch {
    // No network, and not in the cache yet.
    return null;
  }
}

function ignore(): void {}
