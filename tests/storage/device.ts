import { randomName } from "../../src/storage/ciphers.ts";
import { openDatabase } from "../../src/storage/database.ts";
import type { TextStore } from "../../src/storage/keyring.ts";
import type { Migration } from "../../src/storage/migrations.ts";
import type { NewParcel } from "../../src/storage/outbox.ts";
import { type DeviceStorage, type Opening, openStorage } from "../../src/storage/storage.ts";
import type { Table } from "../../src/storage/tables.ts";
import type { Browser } from "../../src/storage/this-browser.ts";
import type { Receipt } from "../../src/wire/receipt.ts";
import { textStore } from "./text-store.ts";

export type Device = Awaited<ReturnType<typeof device>>;

export interface Tab {
  readonly session: TextStore;
  readonly opening: Opening;
  /** Throws when the storage could not be opened at all. */
  readonly storage: DeviceStorage;
}

/** A device with a real IndexedDB, whose tabs have a `sessionStorage` each. Empty at the beginning; `putAway` at the end. */
export async function device(changed: Partial<Browser> = {}) {
  await wipeDatabase();
  const local = textStore();
  const open: DeviceStorage[] = [];
  const now = { ms: Date.parse("2026-11-23T10:00:00Z") };
  const browser: Browser = {
    factory: indexedDB,
    session: null,
    local,
    locks: null,
    channel: null,
    now: () => now.ms,
    thread: null,
    ...changed,
  };
  async function openTab(session: TextStore = textStore(), more: Partial<Browser> = {}): Promise<Tab> {
    const opening = await openStorage(undefined, { ...browser, session, ...more });
    if (opening.kind === "blocked" || opening.kind === "newer") {
      return { session, opening, storage: refuse(opening.kind) };
    }
    open.push(opening.storage);
    return { session, opening, storage: opening.storage };
  }
  return {
    local,
    now,
    browser,
    openTab,
    async putAway() {
      for (const storage of open) storage.close();
      await wipeDatabase();
    },
  };
}

function refuse(kind: string): DeviceStorage {
  return new Proxy({} as DeviceStorage, {
    get() {
      throw new Error(`this storage is ${kind}`);
    },
  });
}

export function wipeDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase("notes");
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => setTimeout(() => reject(new Error("a test left the database open")), 2_000);
  });
}

/** The raw database, as it lies on the device. */
export async function rawDatabase(migrations?: readonly Migration[]): Promise<IDBDatabase> {
  const means = { factory: indexedDB, busy: () => false, onSuperseded: () => undefined };
  const opening = await openDatabase(migrations ? { ...means, migrations } : means);
  if (opening.kind !== "open") throw new Error(opening.kind);
  return opening.database;
}

export function rowsOf(database: IDBDatabase, table: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const request = database.transaction(table).objectStore(table).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Every row of one table as it lies on the device. */
export async function stored(table: Table): Promise<unknown[]> {
  const database = await rawDatabase();
  const rows = await rowsOf(database, table);
  database.close();
  return rows;
}

/** Every row of every table. */
export async function everything(): Promise<ReadonlyMap<string, unknown[]>> {
  const database = await rawDatabase();
  const tables = new Map<string, unknown[]>();
  for (const table of database.objectStoreNames) tables.set(table, await rowsOf(database, table));
  database.close();
  return tables;
}

/** A made-up sealed report. Its letters only look like age files, which is all that the outbox can know of them. */
export async function parcelFor(
  id: string,
  organisations: readonly string[] = ["police"],
  size = 600,
): Promise<NewParcel> {
  const letters = await Promise.all(
    organisations.map(async (organisation) => {
      const bytes = randomBytes(size);
      bytes.set(new TextEncoder().encode(`age-encryption.org/v1\n-> X25519 ${randomName()}\n`));
      return { organisation, bytes, digest: await sha256(bytes) };
    }),
  );
  return { id, createdAt: Date.parse("2026-11-23T10:00:00Z"), letters };
}

/** Incompressible, as sealed letters are. */
function randomBytes(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let from = 0; from < size; from += 65_536) crypto.getRandomValues(bytes.subarray(from, from + 65_536));
  return bytes;
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Begins a draft with this text; returns its id. */
export async function written({ drafts }: DeviceStorage, text: string): Promise<string> {
  const begun = await drafts.begin();
  if (begun.kind !== "begun") throw new Error(begun.kind);
  const saved = await drafts.save(begun.id, text);
  if (saved.kind !== "saved") throw new Error(saved.kind);
  return begun.id;
}

/** Writes a draft and freezes it; returns the parcel. */
export async function sealed(storage: DeviceStorage, organisations?: readonly string[]): Promise<NewParcel> {
  const draft = await written(storage, "{}");
  const id = await storage.drafts.submissionOf(draft);
  const parcel = await parcelFor(id ?? "", organisations);
  const frozen = await storage.outbox.freeze(parcel, draft);
  if (frozen.kind !== "frozen") throw new Error(frozen.kind);
  return parcel;
}

/** Only looks like a receipt: storage is told that it was verified. */
export function receiptFor(id: string): Receipt {
  const letters = [{ organisation: "police", digest: "a".repeat(64) }];
  const claim = { version: 1, submission: id, letters, receivedAt: "2026-11-23T10:00:05Z" } as const;
  return { claim, signature: `${"A".repeat(86)}==` };
}
