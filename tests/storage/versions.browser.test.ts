import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/storage/database.ts";
import { type Migration, migrations } from "../../src/storage/migrations.ts";
import type { Table } from "../../src/storage/tables.ts";
import fixture from "../vectors/database-v1.json";
import { device, rawDatabase, rowsOf, sealed, stored, written } from "./device.ts";

let phone: Awaited<ReturnType<typeof device>>;
beforeEach(async () => {
  phone = await device();
});
afterEach(() => phone.putAway());

/** What a next release might do. */
const nextRelease: readonly Migration[] = [
  ...migrations,
  (_database, transaction) => transaction.objectStore("parcels").createIndex("createdAt", "createdAt"),
];
const openNext = () =>
  openDatabase({ factory: indexedDB, busy: () => false, onSuperseded: () => undefined, migrations: nextRelease });

describe("F11: a window of an older release is still open", () => {
  it("asks to close it instead of hanging when it does not let go, and works when it is closed", async () => {
    const older = await rawDatabase();
    older.onversionchange = null; // frozen in the background
    expect(await openNext()).toEqual({ kind: "blocked" });
    older.close();
    const opened = await openNext();
    expect(opened.kind).toBe("open");
    if (opened.kind === "open") opened.database.close();
  });

  it("never pulls the database away from under a report that is being written there", async () => {
    const { storage } = await phone.openTab(undefined, { locks: navigator.locks });
    const draft = await written(storage, "half a report");
    expect(await openNext()).toEqual({ kind: "blocked" });
    expect(await storage.drafts.save(draft, "more of it")).toMatchObject({ kind: "saved" });
  });

  it("lets the newer release go ahead when nothing is being written there, and says so to the older window", async () => {
    const older = await rawDatabase();
    let superseded = false;
    older.close();
    const opening = await openDatabase({
      factory: indexedDB,
      busy: () => false,
      onSuperseded: () => (superseded = true),
    });
    const opened = await openNext();
    expect([opening.kind, opened.kind, superseded]).toEqual(["open", "open", true]);
    if (opened.kind === "open") opened.database.close();
  });
});

describe("F12: the app went back to an older release", () => {
  it("leaves everything as the newer one wrote it, and says that a newer release is needed", async () => {
    const { storage } = await phone.openTab();
    await sealed(storage, ["police", "council"]);
    await storage.outbox.counts();
    storage.close();
    const newer = await openNext();
    if (newer.kind === "open") newer.database.close();
    expect((await phone.openTab()).opening).toEqual({ kind: "newer" });
    const database = await rawDatabase(nextRelease);
    expect([...database.objectStoreNames]).toEqual(["about", "drafts", "letters", "parcels", "vault"]);
    database.close();
  });
});

describe("F10: a device that was last used with the first release", () => {
  /** As `database-v1.json` says it was, built without any of today's code. */
  async function firstRelease(): Promise<void> {
    const request = indexedDB.open("notes", fixture.version);
    request.onupgradeneeded = () => {
      for (const { name, keyPath, indexes, rows } of fixture.tables) {
        const table = request.result.createObjectStore(name, { keyPath });
        for (const index of indexes) table.createIndex(index.name, index.keyPath, { unique: index.unique });
        for (const row of rows) table.put(withBytes(row));
      }
    };
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    request.result.close();
  }

  it("still has every report, byte for byte", async () => {
    await firstRelease();
    const { storage } = await phone.openTab();
    await storage.outbox.counts();
    storage.close();
    for (const { name, rows } of fixture.tables) expect(await stored(name as Table)).toEqual(rows.map(withBytes));
  });

  it("sends, lists and opens what it left", async () => {
    await firstRelease();
    phone.now.ms += 24 * 3_600_000;
    const { storage } = await phone.openTab();
    const { vault, drafts, outbox } = storage;
    expect(await outbox.counts()).toEqual({ waiting: 1, sending: 1, held: 1, received: 1 });
    expect((await outbox.list({ limit: 9 })).parcels.map(({ id }) => id)).toEqual([
      fixture.sending,
      fixture.received,
      fixture.held,
      fixture.waiting,
    ]);
    expect((await outbox.lease(fixture.waiting, phone.now.ms, phone.now.ms + 60_000))?.letters.length).toBe(2);
    expect(await vault.unlock(fixture.passphrase)).toEqual({ kind: "unlocked" });
    expect(await drafts.open(fixture.draft.id)).toEqual({ kind: "opened", text: fixture.draft.text });
  });

  it("loses nothing when the next release changes the database", async () => {
    await firstRelease();
    const database = await rawDatabase(nextRelease);
    for (const { name, rows } of fixture.tables) expect(await rowsOf(database, name)).toEqual(rows.map(withBytes));
    database.close();
  });
});

/** Bytes stand in the fixture as `{ "base64": … }`. */
function withBytes(row: unknown): unknown {
  if (typeof row !== "object" || row === null) return row;
  if (Array.isArray(row)) return row.map(withBytes);
  if ("base64" in row) return Uint8Array.from(atob(String(row.base64)), (letter) => letter.charCodeAt(0));
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, withBytes(value)]));
}
