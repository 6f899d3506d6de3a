import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openDatabase } from "../../src/storage/database.ts";
import { freeze } from "../../src/storage/freeze.ts";
import { migrations } from "../../src/storage/migrations.ts";
import { openOutbox } from "../../src/storage/open-outbox.ts";
import type { DeviceStorage } from "../../src/storage/storage.ts";
import type { Rows, Table } from "../../src/storage/tables.ts";
import { tablesOnDisk } from "../../src/storage/tables-on-disk.ts";
import type { Browser } from "../../src/storage/this-browser.ts";
import { type Device, device, everything, parcelFor, rawDatabase, stored } from "./device.ts";
import { enrolment } from "./enrolled.ts";
import { passkey } from "./tablet.ts";

let place: Device;
beforeEach(async () => {
  place = await device();
});
afterEach(() => place.putAway());

/** A passkey spares these tests the seconds that a passphrase takes. */
const amina = passkey(1);

async function openTablet(more: Partial<Browser> = {}) {
  const { storage } = await place.openTab(undefined, more);
  const added = await storage.workers.add("Amina", amina);
  if (added.kind !== "added") throw new Error(added.kind);
  return { storage, worker: added.id };
}

async function visitorSaying({ drafts }: DeviceStorage, text: string): Promise<string> {
  const begun = await drafts.begin({ worker: "a worker" });
  if (begun.kind !== "begun") throw new Error(begun.kind);
  await drafts.save(begun.id, text);
  return begun.id;
}

async function sealedHere(storage: DeviceStorage, text = "{}"): Promise<string> {
  const draft = await visitorSaying(storage, text);
  const parcel = await parcelFor((await storage.drafts.submissionOf(draft)) ?? "");
  const frozen = await storage.outbox.freeze({ ...parcel, createdAt: place.now.ms, fromPoint: true }, draft);
  if (frozen.kind !== "frozen") throw new Error(frozen.kind);
  return parcel.id;
}

describe("what lies on a tablet", () => {
  it("F46: holds no word of a visitor's, and none of what is counted", async () => {
    const { storage } = await openTablet();
    const draft = await visitorSaying(storage, "canaryword was said to me");
    await storage.workers.setPin("24681357");
    await storage.log.add({
      kind: "report",
      month: "2031-07",
      language: "x-canarytongue",
      characteristics: ["canarytrait"],
      referral: true,
    });
    await storage.workers.handOver(draft);
    await storage.drafts.save(draft, "canaryword and more of it");
    const bytes = await rawText();
    expect(bytes).toContain("Amina"); // the search does find what is in clear
    for (const canary of ["canary", "2031-07", "2468"]) expect(bytes).not.toContain(canary);
  });

  it("opens again after all windows were closed, with the secret and nothing else", async () => {
    const { storage, worker } = await openTablet();
    const draft = await visitorSaying(storage, "half a report");
    storage.close();
    place.now.ms += 24 * 3_600_000;
    const later = (await place.openTab()).storage;
    expect(await later.drafts.list()).toMatchObject([{ id: draft, number: 1 }]);
    expect(await later.drafts.open(draft)).toEqual({ kind: "locked" });
    expect(later.workers.pinArmed()).toBe(false);
    expect(await later.workers.signIn(worker, amina)).toEqual({ kind: "unlocked" });
    expect(await later.drafts.open(draft)).toEqual({ kind: "opened", text: "half a report" });
  });
});

/** Everything that the database holds, byte for byte, as one text. */
async function rawText(): Promise<string> {
  const plain = (_: string, value: unknown) =>
    value instanceof Uint8Array ? new TextDecoder("latin1").decode(value) : value;
  return JSON.stringify([...(await everything())], plain);
}

describe("two windows of a tablet", () => {
  const channel = () => new BroadcastChannel("test tablet");

  it("know of a worker who was added in one of them, and lose no count of either", async () => {
    const { storage, worker } = await openTablet();
    const other = (await place.openTab()).storage;
    await other.workers.signIn(worker, amina);
    const added = await other.workers.add("Ben", passkey(2));
    expect((await storage.workers.list()).map(({ name }) => name)).toEqual(["Amina", "Ben"]);
    storage.workers.signOut();
    expect(await storage.workers.signIn(added.kind === "added" ? added.id : "", passkey(2))).toEqual({
      kind: "unlocked",
    });
    const entry = {
      kind: "noReport",
      month: "2026-11",
      language: "en-GB",
      characteristics: [],
      referral: false,
    } as const;
    await Promise.all([storage, other, storage, other].map(({ log }) => log.add(entry)));
    expect((await other.log.months())[0]?.noReports).toBe(4);
  });

  it("are covered together, and change nothing in the outbox with it", async () => {
    const { storage, worker } = await openTablet({ channel: channel() });
    const other = (await place.openTab(undefined, { channel: channel() })).storage;
    await other.workers.signIn(worker, amina);
    const covered = new Promise<void>((resolve) => other.workers.onCovered(resolve));
    const changed = vi.fn();
    other.outbox.changes(changed);
    storage.workers.cover();
    await covered;
    expect((await other.vault.state()).kind).toBe("locked");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(changed).not.toHaveBeenCalled();
  });

  it("may be covered by a page that is just being left, after its storage was closed", async () => {
    const { storage } = await openTablet({ channel: channel() });
    storage.close();
    expect(() => storage.workers.cover()).not.toThrow();
  });
});

describe("F11: a newer release is opened beside a visitor who is writing", () => {
  it("waits, and the visitor's words are saved", async () => {
    const { storage } = await openTablet({ locks: navigator.locks });
    const draft = await visitorSaying(storage, "half a report");
    await storage.workers.handOver(draft);
    const next = [...migrations, () => undefined];
    const means = { factory: indexedDB, busy: () => false, onSuperseded: () => undefined, migrations: next };
    expect(await openDatabase(means)).toEqual({ kind: "blocked" });
    expect(await storage.drafts.save(draft, "more of it")).toMatchObject({ kind: "saved" });
  });
});

describe("reports that were sealed on a tablet", () => {
  it("say so to the page and to whoever sends them; others do not", async () => {
    const { storage } = await openTablet();
    const id = await sealedHere(storage);
    const own = await parcelFor("0".repeat(32));
    await storage.outbox.freeze(own, "1".repeat(32));
    const lease = async (each: string) => storage.outbox.lease(each, place.now.ms, place.now.ms + 60_000);
    expect(await storage.outbox.find(id)).toMatchObject({ fromPoint: true, savedAt: null });
    expect(await storage.outbox.find(own.id)).toMatchObject({ fromPoint: false, savedAt: null });
    expect([(await lease(id))?.fromPoint, (await lease(own.id))?.fromPoint]).toEqual([true, false]);
  });

  it("F26: wait again, once the tablet is enrolled anew, and not those held for another reason", async () => {
    const { storage } = await openTablet();
    const ids = [await sealedHere(storage), await sealedHere(storage)];
    for (const [place_, because] of (["notAllowed", "tooLarge"] as const).entries()) {
      const leased = await storage.outbox.lease(ids[place_] ?? "", place.now.ms, place.now.ms + 60_000);
      if (leased) await storage.outbox.settle(leased, { kind: "held", because });
    }
    expect(await storage.outbox.counts()).toMatchObject({ waiting: 0, held: 2 });
    expect(await storage.point.enrol(enrolment)).toEqual({ kind: "done" });
    expect(await storage.outbox.counts()).toMatchObject({ waiting: 1, held: 1 });
    await storage.outbox.releaseRefused();
    expect((await storage.outbox.find(ids[1] ?? ""))?.state).toEqual({ kind: "held", because: "tooLarge" });
  });

  it("are sent by the service worker as the tablet's, which needs no key for it", async () => {
    const { storage } = await openTablet();
    await storage.point.enrol(enrolment);
    storage.workers.signOut();
    const opened = await openOutbox({ ...place.browser });
    expect(await opened?.point.enrolment()).toEqual(enrolment);
    opened?.close();
  });

  it("F45: are counted, oldest first, when two hundred have waited for weeks, and noted when saved to a stick", async () => {
    const { storage } = await openTablet();
    const began = place.now.ms;
    const ids: string[] = [];
    expect(await storage.outbox.oldestUnsentAt()).toBeNull();
    for (let report = 0; report < 200; report++) {
      place.now.ms += 3 * 3_600_000;
      ids.push(await sealedHere(storage));
    }
    expect(await storage.outbox.counts()).toEqual({ waiting: 200, sending: 0, held: 0, received: 0 });
    expect(await storage.outbox.oldestUnsentAt()).toBe(began + 3 * 3_600_000);
    expect(await storage.outbox.due(place.now.ms, 200)).toEqual(ids);
    await storage.outbox.markSaved([...ids, "0".repeat(32)], place.now.ms);
    expect((await storage.outbox.find(ids[7] ?? ""))?.savedAt).toBe(place.now.ms);
    expect(await storage.outbox.counts()).toMatchObject({ waiting: 200 }); // saved is not sent
    expect((await storage.outbox.list({ limit: 1 })).parcels[0]?.id).toBe(ids.at(-1));
  });

  it("F5: stay drafts when there is no room for the last step, and the ticket stays with them", async () => {
    const { storage } = await openTablet();
    const draft = await visitorSaying(storage, "half a report");
    const parcel = await parcelFor((await storage.drafts.submissionOf(draft)) ?? "");
    const disk = tablesOnDisk(await rawDatabase(), async () => null);
    const full = async () => ({ kind: "full" }) as const;
    const write = (names: readonly Table[], work: (rows: Rows) => Promise<never>) =>
      names.includes("drafts") ? full() : disk.write(names, work);
    expect(await freeze({ ...disk, write }, { ...parcel, fromPoint: true }, draft, "token")).toEqual({ kind: "full" });
    disk.close();
    expect(await storage.drafts.ticketOf(draft)).toMatchObject({ number: 1 });
    expect(await stored("letters")).toEqual([]);
  });
});
