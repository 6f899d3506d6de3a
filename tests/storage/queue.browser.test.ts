import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openOutbox } from "../../src/storage/open-outbox.ts";
import { device, rawDatabase, receiptFor, sealed } from "./device.ts";

let phone: Awaited<ReturnType<typeof device>>;
beforeEach(async () => {
  phone = await device();
});
afterEach(() => phone.putAway());

const minute = 60_000;
const tenYears = 10 * 365 * 24 * 60 * minute;

describe("who sends what", () => {
  it("F13: gives a report to one of two windows that ask at once", async () => {
    const tabs = [await phone.openTab(), await phone.openTab()];
    const worker = await openOutbox({ ...phone.browser });
    const { id } = await sealed((tabs[0] as (typeof tabs)[number]).storage);
    const outboxes = [...tabs.map(({ storage }) => storage.outbox), worker?.outbox];
    const leased = await Promise.all(outboxes.map((outbox) => outbox?.lease(id, phone.now.ms, phone.now.ms + minute)));
    worker?.close();
    expect(leased.filter((each) => each).length).toBe(1);
  });

  it("gives it again when the one who had it is not heard of any more", async () => {
    const { storage } = await phone.openTab();
    const { id } = await sealed(storage);
    const start = phone.now.ms;
    await storage.outbox.lease(id, start, start + minute);
    expect(await storage.outbox.due(start + minute - 1, 5)).toEqual([]);
    expect(await storage.outbox.lease(id, start + minute - 1, start + 2 * minute)).toBeNull();
    expect(await storage.outbox.due(start + minute, 5)).toEqual([id]);
    expect(await storage.outbox.lease(id, start + minute, start + 2 * minute)).toMatchObject({ id });
  });

  it("gives it at once to who knows that nobody else is sending", async () => {
    const { storage } = await phone.openTab();
    const { id } = await sealed(storage);
    await storage.outbox.lease(id, phone.now.ms, phone.now.ms + minute);
    await storage.outbox.reclaim();
    expect(await storage.outbox.due(phone.now.ms, 5)).toEqual([id]);
  });

  it("lets a late answer of an old lease change nothing, unless it is a receipt", async () => {
    const { storage } = await phone.openTab();
    const { outbox } = storage;
    const { id } = await sealed(storage);
    const old = await outbox.lease(id, phone.now.ms, phone.now.ms + minute);
    const current = await outbox.lease(id, phone.now.ms + minute, phone.now.ms + 2 * minute);
    if (!old || !current) throw new Error("not leased");
    await outbox.settle(old, { kind: "held", because: "tooLarge" });
    expect((await outbox.find(id))?.state.kind).toBe("sending");
    await outbox.settle(old, { kind: "received", receipt: receiptFor(id) });
    await outbox.settle(current, { kind: "waiting", attempt: 1, dueAt: 0, because: "busy" });
    expect((await outbox.find(id))?.state.kind).toBe("received");
  });

  it("hands out the longest due first and nothing before its time", async () => {
    const { storage } = await phone.openTab();
    const { outbox } = storage;
    const parcels = [await sealed(storage), await sealed(storage), await sealed(storage)];
    for (const [place, { id }] of parcels.entries()) {
      const leased = await outbox.lease(id, phone.now.ms, phone.now.ms + minute);
      const dueAt = phone.now.ms + (3 - place) * minute;
      if (leased) await outbox.settle(leased, { kind: "waiting", attempt: 1, dueAt, because: "unreachable" });
    }
    const ids = parcels.map(({ id }) => id);
    expect(await outbox.due(phone.now.ms, 5)).toEqual([]);
    expect(await outbox.nextDueAt(phone.now.ms)).toBe(phone.now.ms + minute);
    expect(await outbox.due(phone.now.ms + 2 * minute, 5)).toEqual([ids[2], ids[1]]);
    await outbox.sendNow(ids[0] ?? "");
    expect(await outbox.due(phone.now.ms, 5)).toEqual([ids[0]]);
    await outbox.sendNow("all");
    expect((await outbox.due(phone.now.ms, 5)).length).toBe(3);
  });

  it("sends at once on another network what met no endpoint, and lets wait what the endpoint asked to wait", async () => {
    const { storage } = await phone.openTab();
    const { outbox } = storage;
    const reasons = ["unreachable", "notTheEndpoint", "busy", "tooMany"] as const;
    const ids: string[] = [];
    for (const because of reasons) {
      const { id } = await sealed(storage);
      const leased = await outbox.lease(id, phone.now.ms, phone.now.ms + minute);
      if (!leased) throw new Error("not leased");
      await outbox.settle(leased, { kind: "waiting", attempt: 5, dueAt: phone.now.ms + 50 * minute, because });
      ids.push(id);
    }
    await outbox.sendNow("unreached");
    expect(new Set(await outbox.due(phone.now.ms, 5))).toEqual(new Set(ids.slice(0, 2)));
  });

  it("F34: does not wait ten years because the clock was wrong when the last attempt failed", async () => {
    const { storage } = await phone.openTab();
    const { outbox } = storage;
    const [waiting, sending] = [await sealed(storage), await sealed(storage)];
    const wrong = phone.now.ms + tenYears;
    const leased = await outbox.lease(waiting.id, wrong, wrong + minute);
    if (!leased) throw new Error("not leased");
    await outbox.settle(leased, { kind: "waiting", attempt: 3, dueAt: wrong + minute, because: "busy" });
    await outbox.lease(sending.id, wrong, wrong + minute);
    expect([...(await outbox.due(phone.now.ms, 5))].sort()).toEqual([waiting.id, sending.id].sort());
    expect(await outbox.nextDueAt(phone.now.ms)).toBeLessThanOrEqual(phone.now.ms);
    expect(await outbox.lease(sending.id, phone.now.ms, phone.now.ms + minute)).not.toBeNull();
  });

  it("holds a report whose bytes are not the sealed ones any more, instead of sending them", async () => {
    const { storage } = await phone.openTab();
    const { id } = await sealed(storage);
    const database = await rawDatabase();
    const transaction = database.transaction("letters", "readwrite");
    const letters = transaction.objectStore("letters");
    letters.get([id, "police"]).onsuccess = (event) => {
      const row = (event.target as IDBRequest<{ bytes: Uint8Array }>).result;
      letters.put({ ...row, bytes: row.bytes.map((byte, place) => (place === 300 ? 1 : byte)) });
    };
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
    expect(await storage.outbox.lease(id, phone.now.ms, phone.now.ms + minute)).toBeNull();
    expect((await storage.outbox.find(id))?.state).toEqual({ kind: "held", because: "damaged" });
  });

  it("sends a held report again when a person says so", async () => {
    const { storage } = await phone.openTab();
    const { id } = await sealed(storage);
    const leased = await storage.outbox.lease(id, phone.now.ms, phone.now.ms + minute);
    if (leased) await storage.outbox.settle(leased, { kind: "held", because: "notAllowed" });
    expect(await storage.outbox.due(phone.now.ms, 5)).toEqual([]);
    await storage.outbox.release(id);
    expect(await storage.outbox.due(phone.now.ms, 5)).toEqual([id]);
  });

  it("F43: hands out sealed letters while everything is locked", async () => {
    const { storage } = await phone.openTab();
    const { id } = await sealed(storage);
    storage.vault.lock();
    expect((await storage.outbox.lease(id, phone.now.ms, phone.now.ms + minute))?.letters.length).toBe(1);
  });
});
