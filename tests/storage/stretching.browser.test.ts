import { afterEach, describe, expect, it } from "vitest";
import { pinInMemory } from "../../src/storage/pin.ts";
import { stretched } from "../../src/storage/stretch.ts";
import { stretchIn } from "../../src/storage/stretching.ts";
import { device } from "./device.ts";
import { passphrase } from "./tablet.ts";

const ended: Worker[] = [];
afterEach(() => void ended.splice(0));

/** The real thread, and a note of its end. */
function thread(): Worker {
  const worker = new Worker(new URL("../../src/storage/stretch-thread.ts", import.meta.url), { type: "module" });
  const terminate = worker.terminate.bind(worker);
  worker.terminate = () => {
    ended.push(worker);
    terminate();
  };
  return worker;
}

const salt = new Uint8Array(16).fill(7);
const ignore = () => undefined;
const never = new AbortController().signal;
const nowhere = async () => null;

describe("stretching a passphrase in a thread of its own", () => {
  it("makes the same key as on the page, tells how far it is, and ends the thread", async () => {
    const progress: number[] = [];
    const key = await stretchIn(thread, nowhere)("café", salt, (fraction) => progress.push(fraction), never);
    expect(key).toEqual(await stretched("cafe\u0301", salt, ignore));
    expect(progress.at(-1)).toBe(1);
    expect(progress.length).toBeGreaterThan(10);
    expect(progress.length).toBeLessThan(100);
    expect(ended.length).toBe(1);
  });

  it("goes back to the page's thread where no other one can be made or started", async () => {
    const refused = () => {
      throw new TypeError("This document requires 'TrustedScriptURL' assignment.");
    };
    const missing = () => new Worker("/nowhere.js", { type: "module" });
    const onThePage = async () => async () => new Uint8Array([1]);
    for (const begin of [refused, missing]) {
      expect(await stretchIn(begin, onThePage)("plum", salt, ignore, never)).toEqual(new Uint8Array([1]));
    }
  });

  it("is over at once when nobody wants the key any more", async () => {
    const dropping = new AbortController();
    const stretching = stretchIn(thread, nowhere)("plum", salt, () => dropping.abort(), dropping.signal);
    await expect(stretching).rejects.toThrow(DOMException);
    expect(ended.length).toBe(1);
    await expect(stretchIn(thread, nowhere)("plum", salt, ignore, dropping.signal)).rejects.toThrow(DOMException);
    expect(ended.length).toBe(1);
  });
});

describe("a tablet that is covered while a passphrase is stretched", () => {
  it("ends the thread, puts no key back, and signs in at the next try", async () => {
    const place = await device({ thread });
    const { workers, vault } = (await place.openTab()).storage;
    const added = await workers.add("Amina", passphrase("plum ladder seven"));
    const id = added.kind === "added" ? added.id : "";
    workers.signOut();
    ended.splice(0);
    const signingIn = workers.signIn(id, passphrase("plum ladder seven"), () => workers.cover());
    expect(await signingIn).toEqual({ kind: "failed" });
    expect(ended.length).toBe(1);
    expect(await vault.state()).toMatchObject({ kind: "locked" });
    expect(await workers.signIn(id, passphrase("plum ladder seven"))).toEqual({ kind: "unlocked" });
    await place.putAway();
  });
});

describe("a PIN", () => {
  it("opens in a twentieth of a second, so that a tablet six times slower stays under 300 ms", async () => {
    const pin = pinInMemory();
    pin.arm(await pin.wrap("2468", new Uint8Array(32)));
    const times: number[] = [];
    for (let round = 0; round < 9; round++) {
      const begun = performance.now();
      expect((await pin.open("2468")).kind).toBe("right");
      times.push(performance.now() - begun);
    }
    expect(times.sort((one, other) => one - other)[4]).toBeLessThan(50);
  });
});
