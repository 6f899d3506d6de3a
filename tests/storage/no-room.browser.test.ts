import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cdp } from "vitest/browser";
import { freeze } from "../../src/storage/freeze.ts";
import type { Rows, Table, Tables } from "../../src/storage/tables.ts";
import { tablesOnDisk } from "../../src/storage/tables-on-disk.ts";
import { device, parcelFor, rawDatabase, stored, written } from "./device.ts";
import { aboutToSend, foundAgain } from "./sending.ts";

let phone: Awaited<ReturnType<typeof device>>;
beforeEach(async () => {
  phone = await device();
});
afterEach(() => phone.putAway());

describe("F5: no room on the device", () => {
  /** What vitest's types leave out of the protocol. */
  const browser = () => cdp() as unknown as { send(method: string, settings: object): Promise<unknown> };
  const limitTo = (quotaSize?: number) =>
    browser().send("Storage.overrideQuotaForOrigin", { origin: location.origin, ...(quotaSize ? { quotaSize } : {}) });

  // Chromium remembers for half a minute how much room there was, unless everything is cleared.
  beforeEach(async () => {
    await phone.putAway();
    await browser().send("Storage.clearDataForOrigin", { origin: location.origin, storageTypes: "all" });
    await limitTo(3_000_000);
  });
  afterEach(() => limitTo());

  it("keeps the draft when a sealed report does not fit, and seals it when there is room again", async () => {
    const tab = await phone.openTab();
    const draft = await written(tab.storage, "a whole report");
    const id = (await tab.storage.drafts.submissionOf(draft)) ?? "";
    const parcel = await parcelFor(id, ["police"], 8_000_000);
    expect(await tab.storage.outbox.freeze(parcel, draft)).toEqual({ kind: "full" });
    expect(await foundAgain(phone, tab.session, draft)).toBe("a whole report, 0 sealed");
    expect(await stored("letters")).toEqual([]);
    await limitTo();
    expect(await tab.storage.outbox.freeze(parcel, draft)).toEqual({ kind: "frozen", id });
  });

  it("gives the draft back when only the last step does not fit", async () => {
    const tab = await phone.openTab();
    const { draft, parcel } = await aboutToSend(tab.storage);
    const disk = tablesOnDisk(await rawDatabase(), async () => null);
    const full = async () => ({ kind: "full" }) as const;
    const tight: Tables = {
      ...disk,
      write: (names: readonly Table[], work: (rows: Rows) => Promise<never>) =>
        names.includes("drafts") ? full() : disk.write(names, work),
    };
    expect(await freeze(tight, parcel, draft, "token")).toEqual({ kind: "full" });
    disk.close();
    expect(await foundAgain(phone, tab.session, draft)).toBe("a whole report, 0 sealed");
  });
});
