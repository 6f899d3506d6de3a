import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freeze } from "../../src/storage/freeze.ts";
import type { NewParcel } from "../../src/storage/outbox.ts";
import type { Tables } from "../../src/storage/tables.ts";
import { tablesOnDisk } from "../../src/storage/tables-on-disk.ts";
import { device, parcelFor, rawDatabase, stored, written } from "./device.ts";
import { aboutToSend, foundAgain } from "./sending.ts";

let phone: Awaited<ReturnType<typeof device>>;
beforeEach(async () => {
  phone = await device();
});
afterEach(() => phone.putAway());

describe("F2: the browser is killed while a report is sealed", () => {
  const dead = new Promise<never>(() => undefined);
  /** Tables of a page that is killed at its n-th use of the database, before that is done or just after. */
  function killedAt(tables: Tables, place: number, when: "before" | "after"): { tables: Tables; died: Promise<void> } {
    let uses = 0;
    let tell: () => void = () => undefined;
    const died = new Promise<void>((resolve) => (tell = resolve));
    const use = async <T>(deed: () => Promise<T>): Promise<T> => {
      uses++;
      if (uses < place) return deed();
      if (uses === place && when === "after") await deed();
      tell();
      return dead;
    };
    return {
      died,
      tables: {
        read: (names, work) => use(() => tables.read(names, work)),
        write: (names, work) => use(() => tables.write(names, work)),
        jot: tables.jot,
        close: tables.close,
      },
    };
  }

  for (const [place, when, found] of [
    [1, "before", "a whole report, 0 sealed"],
    [1, "after", "gone, 1 sealed whole"],
    [2, "before", "gone, 1 sealed whole"],
    [2, "after", "gone, 1 sealed whole"],
    [3, "before", "gone, 1 sealed whole"],
    [3, "after", "gone, 1 sealed whole"],
  ] as const) {
    it(`leaves "${found}" when it happens ${when} step ${place}`, async () => {
      const tab = await phone.openTab();
      const { draft, parcel } = await aboutToSend(tab.storage);
      const disk = tablesOnDisk(await rawDatabase(), async () => null);
      const { tables, died } = killedAt(disk, place, when);
      void freeze(tables, parcel, draft, "token");
      await died;
      disk.close();
      expect(await foundAgain(phone, tab.session, draft)).toBe(found);
      expect(await foundAgain(phone, tab.session, draft)).toBe(found);
    });
  }

  it("keeps the draft when the journalled letters turn out to be broken", async () => {
    const tab = await phone.openTab();
    const { draft, parcel } = await aboutToSend(tab.storage);
    const disk = tablesOnDisk(await rawDatabase(), async () => null);
    const { tables, died } = killedAt(disk, 1, "after");
    void freeze(tables, spoiled(parcel), draft, "token");
    await died;
    disk.close();
    expect(await foundAgain(phone, tab.session, draft)).toBe("a whole report, 0 sealed");
    expect(await stored("letters")).toEqual([]);
  });
});

/** The digest says one thing and the bytes another. */
function spoiled(parcel: NewParcel): NewParcel {
  return {
    ...parcel,
    letters: parcel.letters.map((letter) => ({ ...letter, bytes: letter.bytes.map((byte) => byte ^ 1) })),
  };
}

describe("putting a sealed report away", () => {
  it("lets the draft go only when every letter lies on the device as it was sealed", async () => {
    const tab = await phone.openTab();
    const { draft, parcel } = await aboutToSend(tab.storage);
    expect(await tab.storage.outbox.freeze(spoiled(parcel), draft)).toEqual({ kind: "damaged" });
    expect(await foundAgain(phone, tab.session, draft)).toBe("a whole report, 0 sealed");
    expect(await tab.storage.outbox.freeze(parcel, draft)).toEqual({ kind: "frozen", id: parcel.id });
    expect(await foundAgain(phone, tab.session, draft)).toBe("gone, 1 sealed whole");
  });

  it("does not take for sealed what is no age file", async () => {
    const { storage } = await phone.openTab();
    const { draft, parcel } = await aboutToSend(storage);
    const bytes = new TextEncoder().encode("the report in clear");
    const { digest } = (await parcelFor(parcel.id)).letters[0] ?? { digest: "" };
    const letters = [{ organisation: "police", bytes, digest }];
    expect((await storage.outbox.freeze({ ...parcel, letters }, draft)).kind).toBe("damaged");
  });

  it("F35: does not put away a report for nobody", async () => {
    const tab = await phone.openTab();
    const { draft, parcel } = await aboutToSend(tab.storage);
    await expect(async () => tab.storage.outbox.freeze({ ...parcel, letters: [] }, draft)).rejects.toThrow("nobody");
    expect(await foundAgain(phone, tab.session, draft)).toBe("a whole report, 0 sealed");
  });

  it("F14: makes one report of two taps, even when each sealed its own letters", async () => {
    const { storage } = await phone.openTab();
    const draft = await written(storage, "a whole report");
    const ids = await Promise.all([storage.drafts.submissionOf(draft), storage.drafts.submissionOf(draft)]);
    expect(ids[0]).toBe(ids[1]);
    const twice = await Promise.all(ids.map(async (id) => storage.outbox.freeze(await parcelFor(id ?? ""), draft)));
    expect(twice).toEqual([
      { kind: "frozen", id: ids[0] },
      { kind: "frozen", id: ids[0] },
    ]);
    expect((await storage.outbox.list({ limit: 10 })).parcels.length).toBe(1);
    expect(await storage.outbox.freeze(await parcelFor(ids[0] ?? ""), draft)).toEqual({ kind: "frozen", id: ids[0] });
    expect((await stored("letters")).length).toBe(1);
  });

  it("F14: makes one report of it in two windows as well", async () => {
    const one = await phone.openTab();
    const other = await phone.openTab();
    const { draft, parcel } = await aboutToSend(one.storage);
    const again = await parcelFor(parcel.id, ["police", "council"]);
    const both = await Promise.all([
      one.storage.outbox.freeze(parcel, draft),
      other.storage.outbox.freeze(again, draft),
    ]);
    expect(both.some(({ kind }) => kind === "frozen")).toBe(true);
    expect(await foundAgain(phone, one.session, draft)).toBe("gone, 1 sealed whole");
    const digests = (await one.storage.outbox.find(parcel.id))?.letters.map(({ digest }) => digest);
    const either = [parcel, again].map(({ letters }) => letters.map(({ digest }) => digest));
    expect(either).toContainEqual(digests);
  });
});
