import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { device, parcelFor, rawDatabase, receiptFor, sealed, stored, written } from "./device.ts";

let phone: Awaited<ReturnType<typeof device>>;
beforeEach(async () => {
  phone = await device();
});
afterEach(() => phone.putAway());

const minute = 60_000;
const tenYears = 10 * 365 * 24 * 60 * minute;

describe("the reports on this device", () => {
  it("are listed newest first, page by page, whatever the clock said", async () => {
    const { storage } = await phone.openTab();
    const ids: string[] = [];
    for (let report = 0; report < 5; report++) {
      phone.now.ms -= tenYears;
      ids.push((await sealed(storage)).id);
    }
    const first = await storage.outbox.list({ limit: 2 });
    expect(first.parcels.map(({ id }) => id)).toEqual([ids[4], ids[3]]);
    const second = await storage.outbox.list({ limit: 2, after: first.next ?? 0 });
    expect(second.parcels.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    const third = await storage.outbox.list({ limit: 2, after: second.next ?? 0 });
    expect(third).toMatchObject({ parcels: [{ id: ids[0] }], next: null });
  });

  it("are counted by where they are", async () => {
    const { storage } = await phone.openTab();
    const { outbox } = storage;
    const [held, received, sending] = [await sealed(storage), await sealed(storage), await sealed(storage)];
    await sealed(storage);
    for (const { id } of [held, received, sending]) {
      const leased = await outbox.lease(id, phone.now.ms, phone.now.ms + minute);
      if (!leased) throw new Error("not leased");
      if (id === held.id) await outbox.settle(leased, { kind: "held", because: "tooLarge" });
      if (id === received.id) await outbox.settle(leased, { kind: "received", receipt: receiptFor(id) });
    }
    expect(await outbox.counts()).toEqual({ waiting: 1, sending: 1, held: 1, received: 1 });
    expect((await outbox.find(held.id))?.state).toEqual({ kind: "held", because: "tooLarge" });
  });

  it("can be saved as sealed files until they are received, byte for byte", async () => {
    const { storage } = await phone.openTab();
    const parcel = await sealed(storage, ["police", "council"]);
    for (const { organisation, bytes } of parcel.letters) {
      expect(await storage.outbox.letter(parcel.id, organisation)).toEqual(bytes);
    }
    expect(await storage.outbox.letter(parcel.id, "victimsFirst")).toBeNull();
  });

  it("leave nothing but the receipt, the organisations and the digests once they are received", async () => {
    const { storage } = await phone.openTab();
    const parcel = await sealed(storage);
    const leased = await storage.outbox.lease(parcel.id, phone.now.ms, phone.now.ms + minute);
    if (!leased) throw new Error("not leased");
    await storage.outbox.settle(leased, { kind: "received", receipt: receiptFor(parcel.id) });
    expect(await stored("letters")).toEqual([]);
    expect(await storage.outbox.find(parcel.id)).toMatchObject({
      letters: [{ organisation: "police", digest: parcel.letters[0]?.digest }],
      state: { kind: "received", receipt: receiptFor(parcel.id) },
    });
  });

  it("can be taken off the list when received, and never before", async () => {
    const { storage } = await phone.openTab();
    const { id } = await sealed(storage);
    await storage.outbox.remove(id);
    expect((await storage.outbox.find(id))?.state.kind).toBe("waiting");
    const leased = await storage.outbox.lease(id, phone.now.ms, phone.now.ms + minute);
    if (!leased) throw new Error("not leased");
    await storage.outbox.remove(id);
    await storage.outbox.settle(leased, { kind: "held", because: "notAllowed" });
    await storage.outbox.remove(id);
    expect((await storage.outbox.find(id))?.state.kind).toBe("held");
    await storage.outbox.settle(leased, { kind: "received", receipt: receiptFor(id) });
    await storage.outbox.remove(id);
    expect(await storage.outbox.find(id)).toBeNull();
  });

  it("are still listed when a row was damaged, as one that needs a person", async () => {
    const { storage } = await phone.openTab();
    const { id } = await sealed(storage);
    const database = await rawDatabase();
    const transaction = database.transaction("parcels", "readwrite");
    transaction.objectStore("parcels").put({ id, serial: 1, state: { kind: "waiting", at: "yesterday" } });
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
    expect((await storage.outbox.list({ limit: 5 })).parcels).toMatchObject([
      { id, state: { kind: "held", because: "damaged" } },
    ]);
  });

  it("tell every window and the service worker when something changes", async () => {
    const channels = [new BroadcastChannel("test"), new BroadcastChannel("test")];
    const one = await phone.openTab(undefined, { channel: channels[0] ?? null });
    const other = await phone.openTab(undefined, { channel: channels[1] ?? null });
    const heard = Promise.all(
      [one, other].map(({ storage }) => new Promise<void>((resolve) => storage.outbox.changes(resolve))),
    );
    await sealed(one.storage);
    await heard;
  });

  it("F34: stay, however far the clock goes", async () => {
    const { storage } = await phone.openTab();
    const { id } = await sealed(storage);
    for (const off of [tenYears, -2 * tenYears]) {
      phone.now.ms += off;
      const later = await phone.openTab();
      expect((await later.storage.outbox.find(id))?.state.kind).toBe("waiting");
      expect(await later.storage.outbox.letter(id, "police")).not.toBeNull();
    }
  });

  it("show the newest twenty of a thousand as fast as of a few", { timeout: 120_000 }, async () => {
    const { storage } = await phone.openTab();
    await sealed(storage);
    const few = await timed(() => storage.outbox.list({ limit: 20 }));
    const draft = await written(storage, "{}");
    for (let report = 0; report < 1_000; report++) {
      await storage.outbox.freeze(await parcelFor(report.toString(16).padStart(32, "0"), ["police"], 3_000), draft);
    }
    const many = await timed(() => storage.outbox.list({ limit: 20 }));
    expect((await storage.outbox.counts()).waiting).toBe(1_001);
    expect(many).toBeLessThan(few + 30);
  });
});

/** The median of some tries, in ms. */
async function timed(deed: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 9; round++) {
    const begun = performance.now();
    await deed();
    times.push(performance.now() - begun);
  }
  return times.sort((one, other) => one - other)[4] ?? 0;
}
