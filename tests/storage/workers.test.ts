import { describe, expect, it } from "vitest";
import type { Rows, Tables } from "../../src/storage/tables.ts";
import { tablesInMemory } from "../../src/storage/tables-in-memory.ts";
import { firstWorker, passkey, passphrase, quickStretch, tablet, visitorSaying } from "./tablet.ts";

const amina = passphrase("plum ladder seven");
const ben = passphrase("otter window nine");

describe("the workers of a tablet", () => {
  it("are none on a person's own phone", async () => {
    const here = tablet().openWindow();
    expect(await here.workers.list()).toEqual([]);
    expect(await here.vault.state()).toEqual({ kind: "none" });
    expect(await here.workers.signIn("0".repeat(32), amina)).toEqual({ kind: "none" });
  });

  it("begin with one, who has the vault open from then on", async () => {
    const here = tablet().openWindow();
    const id = await firstWorker(here);
    expect(await here.workers.list()).toMatchObject([{ id, name: "Amina", opensWith: "passphrase", credential: null }]);
    expect(await here.vault.state()).toEqual({ kind: "unlocked" });
    here.workers.signOut();
    expect(await here.vault.state()).toEqual({ kind: "locked", tries: 0, waitMs: 0 });
  });

  it("both open the same visitors' reports, each with a secret of their own", async () => {
    const place = tablet();
    const morning = place.openWindow();
    await firstWorker(morning);
    const draft = await visitorSaying(morning, "half a report");
    const added = await morning.workers.add("Ben", ben);
    morning.workers.signOut();
    const afternoon = place.openWindow();
    expect(await afternoon.drafts.open(draft)).toEqual({ kind: "locked" });
    expect(await afternoon.workers.signIn(added.kind === "added" ? added.id : "", ben)).toEqual({ kind: "unlocked" });
    expect(await afternoon.drafts.open(draft)).toEqual({ kind: "opened", text: "half a report" });
  });

  it("open nothing with somebody else's passphrase", async () => {
    const here = tablet().openWindow();
    const id = await firstWorker(here);
    await here.workers.add("Ben", ben);
    here.workers.signOut();
    expect((await here.workers.signIn(id, ben)).kind).toBe("wrongPassphrase");
  });

  it("may have a passkey instead, which another passkey does not replace", async () => {
    const here = tablet().openWindow();
    await firstWorker(here);
    const mine = passkey(1);
    const added = await here.workers.add("Chidi", mine);
    const id = added.kind === "added" ? added.id : "";
    expect(await here.workers.list()).toContainEqual({
      id,
      name: "Chidi",
      opensWith: "passkey",
      credential: mine.credential,
      salt: mine.salt,
    });
    here.workers.signOut();
    expect(await here.workers.signIn(id, passkey(2))).toMatchObject({ kind: "wrongPassphrase", tries: 1 });
    expect(await here.workers.signIn(id, amina)).toEqual({ kind: "none" });
    expect(await here.workers.signIn(id, mine)).toEqual({ kind: "unlocked" });
  });

  it("open a passphrase from paper however it was typed", async () => {
    const here = tablet().openWindow();
    const id = await firstWorker(here, "Amina", "plum ladder seven anchor candy wheel");
    here.workers.signOut();
    expect(await here.workers.signIn(id, passphrase("  Plum  LADDER-seven\tanchor candy wheel "))).toEqual({
      kind: "unlocked",
    });
  });

  it("are added by somebody who is signed in, under a name that nobody has", async () => {
    const here = tablet().openWindow();
    await firstWorker(here);
    expect(await here.workers.add(" amina ", ben)).toEqual({ kind: "nameTaken" });
    here.workers.signOut();
    expect(await here.workers.add("Ben", ben)).toEqual({ kind: "locked" });
    expect((await here.workers.list()).length).toBe(1);
  });

  it("are listed in every window as soon as they are added in one, and can sign in there", async () => {
    const place = tablet();
    const [one, other] = [place.openWindow(), place.openWindow()];
    await firstWorker(one);
    const draft = await visitorSaying(one, "half a report");
    const added = await one.workers.add("Ben", ben);
    expect((await other.workers.list()).map(({ name }) => name)).toEqual(["Amina", "Ben"]);
    expect(await other.workers.signIn(added.kind === "added" ? added.id : "", ben)).toEqual({ kind: "unlocked" });
    expect((await other.drafts.open(draft)).kind).toBe("opened");
  });

  it("never become two lists with a vault each, when the first one is added in two windows at once", async () => {
    const place = tablet();
    const [one, other] = [place.openWindow(), place.openWindow()];
    const outcomes = await Promise.all([one.workers.add("Amina", amina), other.workers.add("Ben", ben)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["added", "locked"]);
    expect((await one.workers.list()).length).toBe(1);
  });

  it("do not get on a list that was forgotten and begun anew in another window", async () => {
    const place = tablet();
    const [one, other] = [place.openWindow(), place.openWindow()];
    await firstWorker(one);
    const stale = one.keys.copyOf("point");
    await other.workers.forgetAll();
    await firstWorker(other, "Dana");
    if (stale) one.keys.hold("point", stale); // as if it had not heard
    expect(await one.workers.add("Ben", ben)).toEqual({ kind: "locked" });
  });
});

it("a worker's words that were right open nothing when the tablet was locked while they were tried", async () => {
  const place = tablet();
  const here = place.openWindow();
  const id = await firstWorker(here);
  here.workers.signOut();
  place.stretching.stretch = async (...given) => {
    here.workers.signOut(); // the screen went dark meanwhile
    return quickStretch(...given);
  };
  expect(await here.workers.signIn(id, passphrase("plum ladder seven"))).toEqual({ kind: "failed" });
  expect(here.keys.isOpen("point")).toBe(false);
});

describe("removing a worker", () => {
  it("leaves the others and all that they can open", async () => {
    const here = tablet().openWindow();
    const first = await firstWorker(here);
    const draft = await visitorSaying(here, "half a report");
    const added = await here.workers.add("Ben", ben);
    expect(await here.workers.remove(first)).toEqual({ kind: "removed" });
    here.workers.signOut();
    expect(await here.workers.signIn(first, amina)).toEqual({ kind: "none" });
    expect(await here.workers.signIn(added.kind === "added" ? added.id : "", ben)).toEqual({ kind: "unlocked" });
    expect((await here.drafts.open(draft)).kind).toBe("opened");
  });

  it("needs somebody who is signed in, and never takes the last one", async () => {
    const here = tablet().openWindow();
    const id = await firstWorker(here);
    expect(await here.workers.remove(id)).toEqual({ kind: "lastOne" });
    here.workers.signOut();
    expect(await here.workers.remove(id)).toEqual({ kind: "locked" });
  });

  it("holds when that worker is just signing in elsewhere: they do not come back with it", async () => {
    const place = tablet();
    const [one, other] = [place.openWindow(), place.openWindow()];
    await firstWorker(one);
    const added = await one.workers.add("Ben", ben);
    const id = added.kind === "added" ? added.id : "";
    place.stretching.stretch = async (...order) => {
      await one.workers.remove(id);
      return quickStretch(...order);
    };
    expect(await other.workers.signIn(id, ben)).toEqual({ kind: "none" });
    expect((await one.workers.list()).length).toBe(1);
    expect(other.keys.isOpen("point")).toBe(false);
  });
});

describe("F9: a browser that gives back something else than was stored", () => {
  it("adds nobody whose key reads back as null", async () => {
    const plain = tablesInMemory();
    const spoiled = (rows: Rows): Rows => ({
      ...rows,
      put: (into, row) => rows.put(into, into === "vault" ? { ...row, wrappedKey: null } : row),
    });
    const tables: Tables = { ...plain, write: (names, work) => plain.write(names, (rows) => work(spoiled(rows))) };
    const here = tablet(tables).openWindow();
    expect(await here.workers.add("Amina", amina)).toEqual({ kind: "failed" });
    expect(here.keys.isOpen("point")).toBe(false);
    expect(await tables.read(["vault"], (rows) => rows.count("vault", {}))).toBe(0);
  });
});

describe("F5: no room on the device", () => {
  it("adds nobody, and the tablet stays as it was", async () => {
    const plain = tablesInMemory();
    const tables: Tables = { ...plain, write: async () => ({ kind: "full" }) };
    const here = tablet(tables).openWindow();
    expect(await here.workers.add("Amina", amina)).toEqual({ kind: "full" });
    expect(here.keys.isOpen("point")).toBe(false);
  });
});

describe("a device on which somebody kept a draft before it became a tablet", () => {
  async function both() {
    const here = tablet().openWindow();
    const kept = await here.drafts.begin();
    const own = kept.kind === "begun" ? kept.id : "";
    await here.drafts.save(own, "my own report");
    await here.vault.keep("my own words");
    here.vault.lock();
    const worker = await firstWorker(here);
    const visitors = await visitorSaying(here, "a visitor's report");
    return { here, own, worker, visitors };
  }

  it("opens each with its own secret, and neither with the other's", async () => {
    const { here, own, worker, visitors } = await both();
    expect(await here.drafts.open(own)).toEqual({ kind: "locked" });
    here.workers.signOut();
    expect(await here.vault.unlock("my own words")).toEqual({ kind: "unlocked" });
    expect(await here.drafts.open(own)).toEqual({ kind: "opened", text: "my own report" });
    expect(await here.drafts.open(visitors)).toEqual({ kind: "locked" });
    here.vault.lock();
    expect(await here.workers.signIn(worker, amina)).toEqual({ kind: "unlocked" });
    expect(await here.drafts.open(visitors)).toEqual({ kind: "opened", text: "a visitor's report" });
  });

  it("loses neither when the other's secret was forgotten", async () => {
    const { here, own, visitors } = await both();
    await here.vault.forget(); // a report that a worker sealed ends no keeping of somebody else's
    expect(await here.drafts.open(own)).toEqual({ kind: "locked" });
    await here.workers.forgetAll();
    expect(await here.drafts.open(visitors)).toEqual({ kind: "gone" });
    expect(await here.vault.unlock("my own words")).toEqual({ kind: "unlocked" });
    expect((await here.drafts.open(own)).kind).toBe("opened");
  });
});
