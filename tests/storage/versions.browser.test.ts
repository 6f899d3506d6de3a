import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/storage/database.ts";
import { type Migration, migrations } from "../../src/storage/migrations.ts";
import type { Table } from "../../src/storage/tables.ts";
import first from "../vectors/database-v1.json";
import tablets from "../vectors/database-v2.json";
import { device, rawDatabase, rowsOf, sealed, stored, written } from "./device.ts";
import { passkey, passphrase } from "./tablet.ts";

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
  it("still has every report, byte for byte", async () => {
    await databaseOf(first);
    const { storage } = await phone.openTab();
    await storage.outbox.counts();
    storage.close();
    for (const { name, rows } of first.tables) expect(await stored(name as Table)).toEqual(rows.map(withBytes));
  });

  it("sends, lists and opens what it left", async () => {
    await databaseOf(first);
    phone.now.ms += 24 * 3_600_000;
    const { storage } = await phone.openTab();
    const { vault, drafts, outbox } = storage;
    expect(await outbox.counts()).toEqual({ waiting: 1, sending: 1, held: 1, received: 1 });
    expect((await outbox.list({ limit: 9 })).parcels.map(({ id }) => id)).toEqual([
      first.sending,
      first.received,
      first.held,
      first.waiting,
    ]);
    const leased = await outbox.lease(first.waiting, phone.now.ms, phone.now.ms + 60_000);
    expect([leased?.letters.length, leased?.fromPoint]).toEqual([2, false]);
    expect(await vault.unlock(first.passphrase)).toEqual({ kind: "unlocked" });
    expect(await drafts.open(first.draft.id)).toEqual({ kind: "opened", text: first.draft.text });
    expect([await drafts.list(), await storage.workers.list(), await storage.point.enrolment()]).toEqual([
      [],
      [],
      null,
    ]);
  });

  it("loses nothing when the next release changes the database", async () => {
    await databaseOf(first);
    const database = await rawDatabase(nextRelease);
    for (const { name, rows } of first.tables) expect(await rowsOf(database, name)).toEqual(rows.map(withBytes));
    database.close();
  });
});

describe("F10: a tablet that was last used with the first release that knew tablets", () => {
  it("still has every report, byte for byte, also when the next release changes the database", async () => {
    await databaseOf(tablets);
    const database = await rawDatabase(nextRelease);
    for (const { name, rows } of tablets.tables) expect(await rowsOf(database, name)).toEqual(rows.map(withBytes));
    database.close();
  });

  it("lets its workers in, and sends, lists, counts and opens what it left", async () => {
    await databaseOf(tablets);
    phone.now.ms += 24 * 3_600_000;
    const { workers, drafts, outbox, log, point, vault } = (await phone.openTab()).storage;
    expect((await workers.list()).map(({ id, name }) => [id, name])).toEqual([
      [tablets.amina.id, "Amina"],
      [tablets.ben.id, "Ben"],
    ]);
    expect(await workers.signIn(tablets.amina.id, passphrase(tablets.amina.passphrase))).toEqual({ kind: "unlocked" });
    expect(await drafts.open(tablets.visitor.id)).toEqual({ kind: "opened", text: tablets.visitor.text });
    expect((await drafts.ticketOf(tablets.visitor.id))?.number).toBe(tablets.visitor.number);
    expect(await log.months()).toMatchObject([{ month: "2026-11", reports: 1, languages: { ar: 1 } }]);
    workers.signOut();
    expect(await workers.signIn(tablets.ben.id, passkey(tablets.ben.passkey))).toEqual({ kind: "unlocked" });
    expect(await vault.unlock(tablets.own.passphrase)).toEqual({ kind: "unlocked" });
    expect(await drafts.open(tablets.own.id)).toEqual({ kind: "opened", text: tablets.own.text });
    expect(await point.enrolment()).toMatchObject({ tablet: "0123abcd", nextToken: "b".repeat(43), revoked: false });
    expect(await outbox.find(tablets.held)).toMatchObject({ fromPoint: true, state: { because: "notAllowed" } });
    expect((await outbox.find(tablets.waiting))?.savedAt).not.toBeNull();
    const leased = await outbox.lease(tablets.waiting, phone.now.ms, phone.now.ms + 60_000);
    expect([leased?.letters.length, leased?.fromPoint]).toEqual([2, true]);
  });

  it("F12: is left as it is by the first release, which says that a newer one is needed", async () => {
    await databaseOf(tablets);
    const firstRelease = migrations.slice(0, first.version);
    const means = { factory: indexedDB, busy: () => false, onSuperseded: () => undefined, migrations: firstRelease };
    expect(await openDatabase(means)).toEqual({ kind: "newer" });
    for (const { name, rows } of tablets.tables) expect(await stored(name as Table)).toEqual(rows.map(withBytes));
  });
});

/** The device's database as a frozen file says it was, built without any of today's code. */
async function databaseOf({ version, tables }: typeof first | typeof tablets): Promise<void> {
  const request = indexedDB.open("notes", version);
  request.onupgradeneeded = () => {
    for (const { name, keyPath, indexes, rows } of tables) {
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

/** Bytes stand in the fixture as `{ "base64": … }`. */
function withBytes(row: unknown): unknown {
  if (typeof row !== "object" || row === null) return row;
  if (Array.isArray(row)) return row.map(withBytes);
  if ("base64" in row) return Uint8Array.from(atob(String(row.base64)), (letter) => letter.charCodeAt(0));
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, withBytes(value)]));
}
