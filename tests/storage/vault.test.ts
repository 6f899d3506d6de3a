import { describe, expect, it } from "vitest";
import { draftsWith } from "../../src/storage/drafts-with-keys.ts";
import { editors } from "../../src/storage/editors.ts";
import { keyring } from "../../src/storage/keyring.ts";
import type { StoredBytes } from "../../src/storage/records.ts";
import type { Rows, Table, Tables } from "../../src/storage/tables.ts";
import { tablesInMemory } from "../../src/storage/tables-in-memory.ts";
import type { Stretch } from "../../src/storage/vault-rows.ts";
import { vaultWith } from "../../src/storage/vault-with-keys.ts";
import { textStore } from "./text-store.ts";

/** Quick instead of slow; the real one is tried in the browser's tests. */
const quickStretch: Stretch = async (passphrase, salt) => {
  const bytes = new Uint8Array([...salt, ...new TextEncoder().encode(passphrase)]);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
};

function phone(tables: Tables = tablesInMemory(), session = textStore()) {
  const time = { now: Date.parse("2026-11-23T10:00:00Z") };
  const now = () => time.now;
  const keys = keyring(session);
  const loading: { stretch: Stretch | null } = { stretch: quickStretch };
  const vault = vaultWith({ tables, keys, now, loadStretch: async () => loading.stretch });
  const known = new Map<string, number>();
  const drafts = draftsWith({ tables, keys, now, known, editors: editors(null), tab: "a tab", locksHold: true });
  return { tables, session, time, keys, loading, vault, drafts };
}

async function draftSaying({ drafts }: ReturnType<typeof phone>, text: string): Promise<string> {
  const begun = await drafts.begin();
  if (begun.kind !== "begun") throw new Error(begun.kind);
  await drafts.save(begun.id, text);
  return begun.id;
}

const draftRow = async (tables: Tables, id: string) =>
  (await tables.read(["drafts"], (rows) => rows.get("drafts", id))) as { lock: string; wrappedKey: StoredBytes };

describe("keeping a draft under a passphrase", () => {
  it("moves the draft that is being written under the passphrase, and forgets the tab's key", async () => {
    const here = phone();
    const id = await draftSaying(here, "half a report");
    expect(here.session.texts.size).toBe(1);
    expect(await here.vault.keep("plum ladder seven")).toEqual({ kind: "kept" });
    expect(here.session.texts.size).toBe(0);
    expect((await draftRow(here.tables, id)).lock).toBe("vault");
    expect(await here.drafts.save(id, "more of it")).toMatchObject({ kind: "saved" });
    expect(await here.drafts.open(id)).toEqual({ kind: "opened", text: "more of it" });
  });

  it("loses no draft that is begun at the very moment when the passphrase is chosen", async () => {
    const somewhatLater = async (turns: number) => {
      for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
    };
    for (let turns = 0; turns < 40; turns++) {
      const here = phone();
      const keeping = here.vault.keep("plum ladder seven");
      await somewhatLater(turns);
      const id = await draftSaying(here, "half a report");
      await keeping;
      expect(await here.drafts.save(id, "more of it"), `begun ${turns} turns later`).toMatchObject({ kind: "saved" });
      expect((await draftRow(here.tables, id)).lock).toBe("vault");
    }
  });

  it("opens the draft again tomorrow, in another tab, with the passphrase and not without", async () => {
    const evening = phone();
    const id = await draftSaying(evening, "half a report");
    await evening.vault.keep("plum ladder seven");
    const morning = phone(evening.tables);
    expect(await morning.drafts.summary()).toMatchObject({ kind: "locked", id });
    expect(await morning.drafts.open(id)).toEqual({ kind: "locked" });
    expect(await morning.vault.unlock("plum ladder seven")).toEqual({ kind: "unlocked" });
    expect(await morning.drafts.open(id)).toEqual({ kind: "opened", text: "half a report" });
  });

  it("reads a passphrase the same whichever way the keyboard spells its letters", async () => {
    const { stretched } = await import("../../src/storage/stretch.ts");
    const salt = new Uint8Array(16);
    const composed = await stretched("caf\u00e9", salt, () => undefined);
    expect(await stretched("cafe\u0301", salt, () => undefined)).toEqual(composed);
  });

  it("does not take a second passphrase beside the first", async () => {
    const here = phone();
    await here.vault.keep("plum ladder seven");
    expect(await here.vault.keep("another one")).toEqual({ kind: "alreadyKept" });
    here.vault.lock();
    expect(await here.vault.unlock("plum ladder seven")).toEqual({ kind: "unlocked" });
  });

  it("keeps the draft with its tab when the part that stretches passphrases cannot be loaded", async () => {
    const here = phone();
    const id = await draftSaying(here, "half a report");
    here.loading.stretch = null;
    expect(await here.vault.keep("plum ladder seven")).toEqual({ kind: "failed" });
    expect(await here.drafts.open(id)).toEqual({ kind: "opened", text: "half a report" });
  });

  it("leaves everything as it was when the phone is locked while the passphrase is stretched", async () => {
    const here = phone();
    const id = await draftSaying(here, "half a report");
    const keeping = here.vault.keep("plum ladder seven");
    here.vault.lock();
    expect(await keeping).toEqual({ kind: "failed" });
    expect(await here.vault.state()).toEqual({ kind: "none" });
    expect(await here.drafts.open(id)).toEqual({ kind: "opened", text: "half a report" });
  });

  it("does not unlock behind the back of somebody who locked meanwhile", async () => {
    const here = phone();
    await here.vault.keep("plum ladder seven");
    here.vault.lock();
    const unlocking = here.vault.unlock("plum ladder seven");
    here.vault.lock();
    expect(await unlocking).toEqual({ kind: "failed" });
    expect((await here.vault.state()).kind).toBe("locked");
  });
});

describe("F9: a browser that gives back something else than was stored", () => {
  const nulling = (table: Table, field: string): Tables => {
    const tables = tablesInMemory();
    const spoiled = (rows: Rows): Rows => ({
      ...rows,
      put: (into, row) => rows.put(into, into === table ? { ...row, [field]: null } : row),
    });
    return { ...tables, write: (names, work) => tables.write(names, (rows) => work(spoiled(rows))) };
  };

  it("lets no draft begin under a key that reads back as null", async () => {
    const here = phone(nulling("drafts", "wrappedKey"));
    expect(await here.drafts.begin()).toEqual({ kind: "failed" });
    expect(await here.tables.read(["drafts"], (rows) => rows.count("drafts", {}))).toBe(0);
  });

  it("does not move a draft under a passphrase whose key reads back as null", async () => {
    const here = phone(nulling("vault", "wrappedKey"));
    const id = await draftSaying(here, "half a report");
    expect(await here.vault.keep("plum ladder seven")).toEqual({ kind: "failed" });
    expect(await here.vault.state()).toEqual({ kind: "none" });
    expect(await here.drafts.open(id)).toEqual({ kind: "opened", text: "half a report" });
  });
});

describe("locking", () => {
  it("drops the keys at once: nothing can be saved or read until it is opened again", async () => {
    const here = phone();
    const id = await draftSaying(here, "half a report");
    here.vault.lock();
    expect(here.keys.isOpen("tab")).toBe(false);
    expect(await here.drafts.save(id, "more")).toEqual({ kind: "locked" });
    expect(await here.drafts.open(id)).toEqual({ kind: "opened", text: "half a report" });
    expect(await here.drafts.save(id, "more")).toMatchObject({ kind: "saved" });
  });

  it("leaves a kept draft to the passphrase", async () => {
    const here = phone();
    const id = await draftSaying(here, "half a report");
    await here.vault.keep("plum ladder seven");
    here.vault.lock();
    expect(await here.drafts.open(id)).toEqual({ kind: "locked" });
  });

  it("ends an unkept draft for good when the person leaves", async () => {
    const here = phone();
    const id = await draftSaying(here, "half a report");
    here.vault.end();
    expect(here.session.texts.size).toBe(0);
    expect(await here.drafts.summary()).toEqual({ kind: "none" });
    expect(await here.drafts.open(id)).toEqual({ kind: "broken" });
  });
});

describe("F44: a wrong passphrase", () => {
  async function locked() {
    const here = phone();
    const id = await draftSaying(here, "half a report");
    await here.vault.keep("plum ladder seven");
    here.vault.lock();
    return { ...here, id };
  }

  it("is an ordinary answer, and costs no wait the first two times", async () => {
    const { vault } = await locked();
    expect(await vault.unlock("plum ladder six")).toEqual({ kind: "wrongPassphrase", tries: 1, waitMs: 0 });
    expect(await vault.unlock("plum ladder eight")).toEqual({ kind: "wrongPassphrase", tries: 2, waitMs: 0 });
    expect(await vault.unlock("plum ladder seven")).toEqual({ kind: "unlocked" });
  });

  it("slows down further with every one of twenty tries, up to five minutes, also after a reload", async () => {
    const here = await locked();
    const waits: number[] = [];
    for (let tries = 1; tries <= 20; tries++) {
      const { vault } = phone(here.tables, here.session);
      const again = vaultWith({ tables: here.tables, keys: keyring(null), now: () => here.time.now, loadStretch });
      const outcome = await (tries % 2 ? again : here.vault).unlock(`guess ${tries}`);
      if (outcome.kind !== "wrongPassphrase") throw new Error(outcome.kind);
      waits.push(outcome.waitMs);
      if (outcome.waitMs > 0) expect(await here.vault.unlock("plum ladder seven")).toMatchObject({ kind: "wait" });
      here.time.now += outcome.waitMs;
      expect((await vault.state()).kind).toBe("locked");
    }
    expect(waits.slice(0, 6)).toEqual([0, 0, 2_000, 4_000, 8_000, 16_000]);
    expect(waits.at(-1)).toBe(300_000);
    expect(await here.vault.unlock("plum ladder seven")).toEqual({ kind: "unlocked" });
    here.vault.lock();
    expect(await here.vault.state()).toEqual({ kind: "locked", tries: 0, waitMs: 0 });
  });

  it("counts a try before it is tried, so that ending the program saves nobody one", async () => {
    const here = await locked();
    here.loading.stretch = () => new Promise(() => undefined);
    void here.vault.unlock("a guess");
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await here.vault.state()).toMatchObject({ kind: "locked", tries: 1 });
  });

  it("F34: does not lock the owner out for years when the clock is set back", async () => {
    const here = await locked();
    for (let tries = 1; tries <= 3; tries++) await here.vault.unlock("a guess");
    here.time.now -= 10 * 365 * 24 * 3_600_000;
    expect(await here.vault.unlock("plum ladder seven")).toEqual({ kind: "unlocked" });
  });

  it("deletes what cannot be opened when the passphrase is forgotten, and starts afresh", async () => {
    const { vault, drafts, id } = await locked();
    await vault.forget();
    expect(await vault.state()).toEqual({ kind: "none" });
    expect(await drafts.summary()).toEqual({ kind: "none" });
    expect(await drafts.open(id)).toEqual({ kind: "gone" });
    expect(await vault.keep("a new one")).toEqual({ kind: "kept" });
  });

  const loadStretch = async () => quickStretch;
});
