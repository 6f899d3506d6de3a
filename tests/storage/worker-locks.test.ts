import { describe, expect, it } from "vitest";
import { firstWorker, passphrase, tablet, visitorSaying } from "./tablet.ts";

const amina = passphrase("plum ladder seven");
const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

describe("F44: a wrong passphrase", () => {
  it("slows down further with every one of twenty tries, for that worker alone, also after a reload", async () => {
    const place = tablet();
    const here = place.openWindow();
    const id = await firstWorker(here);
    const added = await here.workers.add("Ben", passphrase("otter window nine"));
    here.workers.signOut();
    const waits: number[] = [];
    for (let tries = 1; tries <= 20; tries++) {
      const outcome = await place.openWindow().workers.signIn(id, passphrase(`guess ${tries}`));
      if (outcome.kind !== "wrongPassphrase") throw new Error(outcome.kind);
      waits.push(outcome.waitMs);
      if (outcome.waitMs > 0) expect((await here.workers.signIn(id, amina)).kind).toBe("wait");
      place.time.now += outcome.waitMs;
    }
    expect(waits.slice(0, 6)).toEqual([0, 0, 2_000, 4_000, 8_000, 16_000]);
    expect(waits.at(-1)).toBe(300_000);
    const other = await here.workers.signIn(added.kind === "added" ? added.id : "", passphrase("otter window nine"));
    expect(other).toEqual({ kind: "unlocked" });
    expect(await here.workers.signIn(id, amina)).toEqual({ kind: "unlocked" });
  });

  it("is counted before it is tried, so that ending the program saves nobody one", async () => {
    const place = tablet();
    const here = place.openWindow();
    const id = await firstWorker(here);
    here.workers.signOut();
    place.stretching.stretch = () => new Promise(() => undefined);
    void here.workers.signIn(id, passphrase("a guess"));
    await settled();
    const row = await place.tables.read(["vault"], (rows) => rows.get("vault", id));
    expect(row).toMatchObject({ tries: 1 });
  });

  it("deletes what nobody can open when all secrets are forgotten, and leaves the enrolment", async () => {
    const here = tablet().openWindow();
    await firstWorker(here);
    const draft = await visitorSaying(here, "half a report");
    await here.log.add({ kind: "report", month: "2026-11", language: "cy", characteristics: [], referral: false });
    const token = await here.point.tokenToAskWith();
    await here.workers.forgetAll();
    expect(await here.vault.state()).toEqual({ kind: "none" });
    expect(await here.drafts.open(draft)).toEqual({ kind: "gone" });
    expect(await here.drafts.list()).toEqual([]);
    expect(await here.point.tokenToAskWith()).toBe(token);
    await firstWorker(here, "Dana");
    expect(await here.log.months()).toEqual([]);
  });
});

describe("F44: a wrong PIN", () => {
  async function covered() {
    const place = tablet();
    const here = place.openWindow();
    const id = await firstWorker(here);
    expect(await here.workers.setPin("2468")).toBe(true);
    here.workers.cover();
    return { place, here, id };
  }

  it("is told how many tries are left, and at none the PIN is gone and the passphrase opens", async () => {
    const { here, id } = await covered();
    for (const left of [4, 3, 2, 1]) {
      expect(await here.workers.openWithPin("1111")).toEqual({ kind: "wrongPin", left });
    }
    expect(await here.workers.openWithPin("1111")).toEqual({ kind: "gone" });
    expect(here.workers.pinArmed()).toBe(false);
    expect(await here.workers.openWithPin("2468")).toEqual({ kind: "gone" });
    expect(await here.workers.signIn(id, amina)).toEqual({ kind: "unlocked" });
  });

  it("has no more than five tries, however many are made at once", async () => {
    const { here } = await covered();
    const guesses = ["1111", "2222", "3333", "4444", "5555", "2468"];
    const outcomes = await Promise.all(guesses.map((guess) => here.workers.openWithPin(guess)));
    expect(outcomes.some(({ kind }) => kind === "opened")).toBe(false);
    expect(here.workers.pinArmed()).toBe(false);
  });

  it("costs nothing once the right one was given", async () => {
    const { here } = await covered();
    for (let round = 0; round < 3; round++) {
      await here.workers.openWithPin("1111");
      expect(await here.workers.openWithPin("2468")).toEqual({ kind: "opened" });
      here.workers.cover();
    }
    expect(await here.workers.openWithPin("1111")).toEqual({ kind: "wrongPin", left: 4 });
  });

  it("is asked in no other window and not after a reload: the PIN is in this page's memory alone", async () => {
    const { place } = await covered();
    const reloaded = place.openWindow();
    expect(reloaded.workers.pinArmed()).toBe(false);
    expect(await reloaded.workers.openWithPin("2468")).toEqual({ kind: "gone" });
  });
});

describe("a PIN", () => {
  it("has four to eight digits, and is set by somebody who is signed in", async () => {
    const here = tablet().openWindow();
    expect(await here.workers.setPin("2468")).toBe(false);
    await firstWorker(here);
    for (const typed of ["246", "246813579", "24a8", "２４６８", ""]) {
      expect(await here.workers.setPin(typed)).toBe(false);
    }
    expect(await here.workers.setPin("24681357")).toBe(true);
  });

  it("is gone after signing out, and when somebody signs in with a secret of their own", async () => {
    const here = tablet().openWindow();
    const id = await firstWorker(here);
    await here.workers.setPin("2468");
    here.workers.signOut();
    expect(here.workers.pinArmed()).toBe(false);
    await here.workers.signIn(id, amina);
    await here.workers.setPin("2468");
    here.workers.cover();
    await here.workers.signIn(id, amina);
    expect(here.workers.pinArmed()).toBe(false);
  });

  it("is not armed by a setting that signing out overtook", async () => {
    const here = tablet().openWindow();
    await firstWorker(here);
    const setting = here.workers.setPin("2468");
    here.workers.signOut();
    expect(await setting).toBe(false);
    expect(here.workers.pinArmed()).toBe(false);
  });

  it("puts no key back when it was covered again meanwhile, and the try costs nothing", async () => {
    const here = tablet().openWindow();
    await firstWorker(here);
    await here.workers.setPin("2468");
    here.workers.cover();
    const opening = here.workers.openWithPin("2468");
    here.workers.cover();
    expect(await opening).toEqual({ kind: "covered" });
    expect(here.keys.isOpen("point")).toBe(false);
    expect(await here.workers.openWithPin("1111")).toEqual({ kind: "wrongPin", left: 4 });
  });

  it("is gone, whatever was typed, when signing out overtook it", async () => {
    const here = tablet().openWindow();
    await firstWorker(here);
    await here.workers.setPin("2468");
    here.workers.cover();
    const opening = here.workers.openWithPin("2468");
    here.workers.signOut();
    expect(await opening).toEqual({ kind: "gone" });
    expect(here.keys.isOpen("point")).toBe(false);
  });
});

describe("covering", () => {
  it("drops every key at once: the next save is answered with locked", async () => {
    const here = tablet().openWindow();
    await firstWorker(here);
    const draft = await visitorSaying(here, "half a report");
    await here.workers.setPin("2468");
    here.workers.cover();
    expect([here.keys.isOpen("point"), here.keys.isOpen("tab")]).toEqual([false, false]);
    expect(await here.drafts.save(draft, "more")).toEqual({ kind: "locked" });
    expect(await here.workers.openWithPin("2468")).toEqual({ kind: "opened" });
    expect(await here.drafts.save(draft, "more")).toMatchObject({ kind: "saved" });
  });

  it("puts no key back behind a signing in that it overtook", async () => {
    const here = tablet().openWindow();
    const id = await firstWorker(here);
    here.workers.signOut();
    for (const after of [0, 1, 5]) {
      const signingIn = here.workers.signIn(id, amina);
      if (after > 0) await new Promise((resolve) => setTimeout(resolve, after - 1));
      here.workers.cover();
      if ((await signingIn).kind === "failed") expect(here.keys.isOpen("point")).toBe(false);
      here.workers.cover();
    }
    const signingIn = here.workers.signIn(id, amina);
    here.workers.cover();
    expect(await signingIn).toEqual({ kind: "failed" });
  });

  it("adds nobody behind a cover", async () => {
    const place = tablet();
    const here = place.openWindow();
    const adding = here.workers.add("Amina", amina);
    here.workers.cover();
    expect(await adding).toEqual({ kind: "failed" });
    expect(await here.workers.list()).toEqual([]);
  });
});
