import { describe, expect, it } from "vitest";
import { idOf, onTheRoad, paperWith, receiptFor, start } from "./paper.ts";
import { answer } from "./replies.ts";

describe("a courier with sealed reports", () => {
  it("delivers all of a hundred, a few side by side, each once", async () => {
    const paper = paperWith(100);
    const { driver, sent, busy } = onTheRoad(paper);
    expect(await driver.deliver()).toEqual({ received: 100, held: 0, waiting: 0, againAfterMs: null });
    expect(new Set(sent).size).toBe(100);
    expect(sent.length).toBe(100);
    expect(busy.most).toBe(4);
    expect(paper.asked()).toBeLessThan(20);
  });

  it("has nothing to do and nothing to come back for when nothing waits", async () => {
    const { driver } = onTheRoad(paperWith(0));
    expect(await driver.deliver()).toEqual({ received: 0, held: 0, waiting: 0, againAfterMs: null });
  });

  it("does not set out without a network, and comes back later all the same", async () => {
    const { driver, sent } = onTheRoad(paperWith(3), { online: () => false });
    expect(await driver.deliver()).toMatchObject({ received: 0, againAfterMs: 60_000 });
    expect(sent).toEqual([]);
  });

  it("stops when the network goes while it is out, and leaves the rest as it was", async () => {
    const paper = paperWith(50);
    const { driver, sent } = onTheRoad(paper, { reply: () => ({ kind: "none" }) });
    const round = await driver.deliver();
    expect(sent.length).toBe(4);
    expect(round).toMatchObject({ received: 0, waiting: 4 });
    expect([...paper.waiting.values()].filter(({ attempt }) => attempt === 0).length).toBe(46);
  });

  it("comes back less and less often while there is no getting through, however many reports wait", async () => {
    const paper = paperWith(500);
    const { driver, sent } = onTheRoad(paper, { reply: () => answer(503) });
    let waitedMs = 0;
    for (let round = 0; round < 12; round++) {
      const { againAfterMs } = await driver.deliver();
      waitedMs += againAfterMs ?? 0;
      paper.time.now += againAfterMs ?? 0;
    }
    expect(sent.length).toBeLessThanOrEqual(48);
    expect(waitedMs).toBeGreaterThan(3_600_000);
    expect(paper.waiting.size).toBe(500);
  });

  it("F18: respects the time the server asked for", async () => {
    const paper = paperWith(10);
    const busy = () => answer(503, { refusal: "busy" }, { retryAfter: "600" });
    expect((await onTheRoad(paper, { reply: busy }).driver.deliver()).againAfterMs).toBeGreaterThanOrEqual(600_000);
  });

  it("goes on to the others when one report is refused for good or gets a bad receipt", async () => {
    const paper = paperWith(30);
    const reply = (id: string) => {
      if (id === idOf(2)) return answer(413);
      return id === idOf(5) ? answer(200, { claim: {}, signature: "forged" }) : receiptFor(id);
    };
    const { driver, sent } = onTheRoad(paper, { reply });
    expect(await driver.deliver()).toMatchObject({ received: 28, held: 1, waiting: 1 });
    expect(sent.length).toBe(30);
  });

  it("F13: F14: makes one further round of all the calls that come in while it is out", async () => {
    const paper = paperWith(5);
    const { driver, sent } = onTheRoad(paper);
    const rounds = await Promise.all([driver.deliver(), driver.deliver(), driver.deliver()]);
    expect(rounds.map(({ received }) => received)).toEqual([5, 0, 0]);
    expect(rounds[1]).toBe(rounds[2]);
    expect(sent.length).toBe(5);
    expect(await driver.deliver()).toMatchObject({ received: 0 });
  });

  it("takes along what was sealed while it was out", async () => {
    const paper = paperWith(1);
    const { driver } = onTheRoad(paper);
    const first = driver.deliver();
    paper.waiting.set(idOf(7), { dueAt: start, attempt: 0 });
    const second = driver.deliver();
    expect((await first).received + (await second).received).toBe(2);
    expect(paper.waiting.size).toBe(0);
  });

  it("does not run in circles about a report that it cannot get hold of", async () => {
    const paper = paperWith(20);
    const stuck = { ...paper, queue: { ...paper.queue, lease: async () => null } };
    const { driver, sent } = onTheRoad(stuck);
    expect(await driver.deliver()).toMatchObject({ received: 0 });
    expect(sent).toEqual([]);
  });

  it("does not cry forgery when a receipt cannot be checked at the moment, and gets it again later", async () => {
    const paper = paperWith(1);
    const { driver } = onTheRoad(paper, { verified: () => Promise.reject(new TypeError("not loaded")) });
    expect(await driver.deliver()).toMatchObject({ received: 0, waiting: 1 });
    expect(paper.because()).toBe("unreachable");
    paper.time.now += 3_600_000;
    expect(await onTheRoad(paper).driver.deliver()).toMatchObject({ received: 1 });
  });

  it("survives the loss of the device's database, and comes back", async () => {
    const paper = paperWith(3);
    const due = () => Promise.reject(new DOMException("gone", "InvalidStateError"));
    const { driver } = onTheRoad({ ...paper, queue: { ...paper.queue, due } });
    expect(await driver.deliver()).toMatchObject({ received: 0, againAfterMs: 60_000 });
    const again = onTheRoad(paper);
    expect(await again.driver.deliver()).toMatchObject({ received: 3 });
  });
});

describe("two couriers on one device", () => {
  it("F13: go one after the other under one lock, and the second finds nothing left", async () => {
    const paper = paperWith(20);
    const one = onTheRoad(paper, { locks: navigator.locks });
    const other = onTheRoad(paper, { locks: navigator.locks });
    const rounds = await Promise.all([one.driver.deliver(), other.driver.deliver()]);
    expect(rounds.map(({ received }) => received).sort()).toEqual([0, 20]);
    expect(one.sent.length + other.sent.length).toBe(20);
  });

  it("take over at once from one that was killed: its lock is free, so its leases mean nothing", async () => {
    const paper = paperWith(2);
    paper.leased.add(idOf(0));
    const { driver } = onTheRoad(paper, { locks: navigator.locks });
    expect(await driver.deliver()).toMatchObject({ received: 2 });
    expect(paper.reclaimed()).toBe(1);
  });

  it("do not wait for ever for one that sleeps, and leave what it has leased to it", { timeout: 20_000 }, async () => {
    const paper = paperWith(2);
    paper.leased.add(idOf(0));
    let wake: () => void = () => undefined;
    const sleeping = navigator.locks.request("delivery", () => new Promise<void>((resolve) => (wake = resolve)));
    const { driver } = onTheRoad(paper, { locks: navigator.locks });
    expect(await driver.deliver()).toMatchObject({ received: 1 });
    expect(paper.reclaimed()).toBe(0);
    wake();
    await sleeping;
  });
});
