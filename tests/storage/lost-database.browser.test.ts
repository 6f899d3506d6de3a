import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { device, parcelFor, sealed, stored, wipeDatabase, written } from "./device.ts";

let phone: Awaited<ReturnType<typeof device>>;
/** The connections that were opened, so that a test can do to them what an operating system does. */
let connections: IDBDatabase[];

const watchedFactory = {
  open(name: string, version?: number) {
    const request = indexedDB.open(name, version);
    request.addEventListener("success", () => connections.push(request.result));
    return request;
  },
} as IDBFactory;

beforeEach(async () => {
  connections = [];
  phone = await device({ factory: watchedFactory });
});
afterEach(() => phone.putAway());

/** The next transaction is reported as cut off although it went through: the worst time to lose a connection. */
function loseAfterNextCommit(): void {
  const connection = connections.at(-1);
  if (!connection) throw new Error("no connection");
  const begin = connection.transaction.bind(connection);
  connection.transaction = (...settings) => {
    connection.transaction = begin;
    const transaction = begin(...settings);
    transaction.addEventListener("complete", (event) => {
      event.stopImmediatePropagation();
      transaction.onabort?.(event);
    });
    return transaction;
  };
}

/** The next transaction is cut off in its middle. */
function loseDuringNextTransaction(): void {
  const connection = connections.at(-1);
  if (!connection) throw new Error("no connection");
  const begin = connection.transaction.bind(connection);
  connection.transaction = (...settings) => {
    connection.transaction = begin;
    const transaction = begin(...settings);
    setTimeout(() => transaction.abort());
    return transaction;
  };
}

const losses = [
  ["before it", () => connections.at(-1)?.close()],
  ["in its middle", loseDuringNextTransaction],
  ["just after it, unheard", loseAfterNextCommit],
] as const;

describe("F6: the operating system closes the database behind our back", () => {
  for (const [when, lose] of losses) {
    it(`saves a draft all the same, once, when that happens ${when}`, async () => {
      const { storage } = await phone.openTab();
      const draft = await written(storage, "first");
      lose();
      expect(await storage.drafts.save(draft, "second")).toMatchObject({ kind: "saved" });
      expect(await storage.drafts.save(draft, "third")).toMatchObject({ kind: "saved" });
      expect(await storage.drafts.open(draft)).toEqual({ kind: "opened", text: "third" });
    });

    it(`puts a sealed report away all the same, once, when that happens ${when}`, async () => {
      const { storage } = await phone.openTab();
      const draft = await written(storage, "{}");
      const parcel = await parcelFor((await storage.drafts.submissionOf(draft)) ?? "");
      lose();
      expect(await storage.outbox.freeze(parcel, draft)).toEqual({ kind: "frozen", id: parcel.id });
      expect((await storage.outbox.list({ limit: 5 })).parcels.length).toBe(1);
      expect((await stored("letters")).length).toBe(1);
    });

    it(`leases a report all the same, to one, when that happens ${when}`, async () => {
      const { storage } = await phone.openTab();
      const { id } = await sealed(storage);
      lose();
      expect(await storage.outbox.lease(id, phone.now.ms, phone.now.ms + 60_000)).toMatchObject({ id });
      expect(await storage.outbox.lease(id, phone.now.ms, phone.now.ms + 60_000)).toBeNull();
    });
  }

  it("opens it again once for many who notice at the same time", async () => {
    const { storage } = await phone.openTab();
    await sealed(storage);
    await storage.outbox.counts();
    const before = connections.length;
    connections.at(-1)?.close();
    await Promise.all([1, 2, 3, 4].map(() => storage.outbox.counts()));
    expect(connections.length).toBe(before + 1);
  });

  it("says that it failed when the database cannot be had any more, and keeps what is in it", async () => {
    let gone = false;
    const factory = {
      open: (...settings: Parameters<IDBFactory["open"]>) => {
        if (gone) throw new DOMException("gone", "SecurityError");
        return watchedFactory.open(...settings);
      },
    } as IDBFactory;
    const { storage, session } = await phone.openTab(undefined, { factory });
    const draft = await written(storage, "first");
    gone = true;
    connections.at(-1)?.close();
    expect(await storage.drafts.save(draft, "second")).toEqual({ kind: "failed" });
    expect((await storage.outbox.freeze(await parcelFor("a".repeat(32)), draft)).kind).toBe("failed");
    const again = await phone.openTab(session);
    expect(await again.storage.drafts.open(draft)).toEqual({ kind: "opened", text: "first" });
  });
});

describe("F7: the database is damaged or was wiped", () => {
  const damaged = {
    open() {
      const request = {
        error: new DOMException("Internal error opening backing store", "UnknownError"),
      } as IDBOpenDBRequest;
      setTimeout(() => request.onerror?.(new Event("error", { cancelable: true })));
      return request;
    },
  } as unknown as IDBFactory;

  /** Long enough for the canary to have heard of it. */
  const noted = () => expect.poll(() => phone.local.getItem("notes")).toContain('"unsent":2');

  it("tells an empty device from one that was wiped: two unsent reports are missing", async () => {
    const first = await phone.openTab();
    expect(first.opening).toMatchObject({ kind: "open", missing: 0 });
    await sealed(first.storage);
    await sealed(first.storage);
    await noted();
    first.storage.close();
    await wipeDatabase();
    const after = await phone.openTab();
    expect(after.opening).toMatchObject({ kind: "open", missing: 2 });
    after.storage.close();
    const again = await phone.openTab();
    expect(again.opening).toMatchObject({ missing: 2 }); // until the person was told
    again.storage.acknowledgeMissing();
    expect((await phone.openTab()).opening).toMatchObject({ missing: 0 });
  });

  it("says how many reports cannot be reached when the database does not open, and works on in memory", async () => {
    const first = await phone.openTab();
    await sealed(first.storage);
    await sealed(first.storage);
    await noted();
    const { opening, storage } = await phone.openTab(undefined, { factory: damaged });
    expect(opening).toMatchObject({ kind: "inMemory", because: "damaged", missing: 2 });
    await sealed(storage);
    expect((await phone.openTab()).opening).toMatchObject({ kind: "open", missing: 0 });
  });

  it("does not miss what was delivered", async () => {
    const { storage } = await phone.openTab();
    const [one, two] = [await sealed(storage), await sealed(storage)];
    await noted();
    for (const { id } of [one, two]) {
      const leased = await storage.outbox.lease(id, phone.now.ms, phone.now.ms + 60_000);
      if (leased) await storage.outbox.settle(leased, { kind: "held", because: "tooLarge" });
    }
    await noted(); // held is unsent
    expect((await phone.openTab()).opening).toMatchObject({ missing: 0 });
  });

  it("F46: notes a count and the database's name beside it, and nothing else", async () => {
    const { storage } = await phone.openTab();
    await sealed(storage);
    await sealed(storage);
    await noted();
    expect(JSON.parse(phone.local.getItem("notes") ?? "")).toEqual({
      epoch: expect.stringMatching(/^[0-9a-f]{32}$/),
      unsent: 2,
      missing: 0,
    });
  });
});

describe("F8: a browser that lets a page keep nothing", () => {
  const refusing = {
    open() {
      throw new DOMException("The operation is insecure", "SecurityError");
    },
  } as unknown as IDBFactory;
  const barren = { session: null, local: null, locks: null, channel: null };

  for (const [what, factory] of [
    ["has no database", null],
    ["refuses its database", refusing],
  ] as const) {
    it(`that ${what} still lets a report be written, locked, sealed and sent`, async () => {
      await phone.putAway();
      phone = await device({ ...barren, factory });
      const { opening, storage } = await phone.openTab();
      expect(opening).toMatchObject({ kind: "inMemory", because: "denied", missing: 0 });
      const draft = await written(storage, "a report");
      expect(await storage.vault.keep("plum ladder seven")).toEqual({ kind: "kept" });
      storage.vault.lock();
      expect(await storage.vault.unlock("plum ladder seven")).toEqual({ kind: "unlocked" });
      expect(await storage.drafts.open(draft)).toEqual({ kind: "opened", text: "a report" });
      const { id } = await sealed(storage);
      expect(await storage.outbox.due(phone.now.ms, 5)).toEqual([id]);
      expect(await storage.outbox.lease(id, phone.now.ms, phone.now.ms + 60_000)).toMatchObject({ id });
      expect(await storage.outbox.counts()).toMatchObject({ sending: 1 });
    });
  }

  it("gives up on a database that never answers", { timeout: 30_000 }, async () => {
    const silent = { open: () => ({}) } as unknown as IDBFactory;
    const { opening } = await phone.openTab(undefined, { factory: silent });
    expect(opening).toMatchObject({ kind: "inMemory", because: "noAnswer" });
  });
});
