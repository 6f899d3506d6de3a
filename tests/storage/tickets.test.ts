import { describe, expect, it } from "vitest";
import { firstWorker, tablet, visitorSaying } from "./tablet.ts";

async function openTablet() {
  const place = tablet();
  const here = place.openWindow();
  const worker = await firstWorker(here);
  return { ...place, here, worker };
}

describe("the tickets of visitors' reports", () => {
  it("count up from one on each day in London, midnight being where its clocks have it", async () => {
    const { here, time } = await openTablet();
    const numbers: (number | undefined)[] = [];
    for (const at of ["2026-06-01T21:00Z", "2026-06-01T22:59Z", "2026-06-01T23:00Z", "2026-11-23T23:30Z"]) {
      time.now = Date.parse(at);
      numbers.push((await here.drafts.ticketOf(await visitorSaying(here, at)))?.number);
    }
    expect(numbers).toEqual([1, 2, 1, 1]);
  });

  it("are never given twice on a day, also when the report was sealed or deleted since", async () => {
    const { here, time } = await openTablet();
    await here.drafts.discard(await visitorSaying(here, "one"));
    const second = await visitorSaying(here, "two");
    expect((await here.drafts.ticketOf(second))?.number).toBe(2);
    time.now += 24 * 3_600_000;
    expect((await here.drafts.ticketOf(await visitorSaying(here, "three")))?.number).toBe(1);
  });

  it("are given to two windows at once without a doublet", async () => {
    const place = tablet();
    const [one, other] = [place.openWindow(), place.openWindow()];
    const worker = await firstWorker(one);
    await other.workers.signIn(worker, { kind: "passphrase", passphrase: "plum ladder seven" });
    await Promise.all([one, other, one, other].map(({ drafts }) => drafts.begin({ worker })));
    expect((await one.drafts.list()).map(({ number }) => number).sort()).toEqual([1, 2, 3, 4]);
  });

  it("say which worker began the report and when, with everything locked, and nothing of what it says", async () => {
    const { here, worker, time } = await openTablet();
    const id = await visitorSaying(here, "half a report", worker);
    const startedAt = time.now;
    time.now += 60_000;
    await here.drafts.save(id, "more");
    here.workers.signOut();
    expect(await here.drafts.ticketOf(id)).toEqual({ id, number: 1, worker, startedAt, updatedAt: startedAt + 60_000 });
    expect(await here.drafts.ticketOf("0".repeat(32))).toBeNull();
  });

  it("are listed with the longest untouched first, without what a person keeps for themselves", async () => {
    const { here, time } = await openTablet();
    const ids: string[] = [];
    for (let visitor = 0; visitor < 25; visitor++) {
      time.now += 1_000;
      ids.push(await visitorSaying(here, `visitor ${visitor}`));
    }
    time.now += 1_000;
    await here.drafts.save(ids[0] ?? "", "touched again");
    await here.drafts.begin();
    expect((await here.drafts.list()).map(({ id }) => id)).toEqual([...ids.slice(1), ids[0]]);
  });

  it("are not what the next person is offered to go on with", async () => {
    const { here } = await openTablet();
    await visitorSaying(here, "half a report");
    expect(await here.drafts.summary()).toEqual({ kind: "none" });
    here.workers.signOut();
    expect(await here.drafts.summary()).toEqual({ kind: "none" });
  });

  it("are given to nobody while no worker is signed in", async () => {
    const { here, worker } = await openTablet();
    here.workers.cover();
    expect(await here.drafts.begin({ worker })).toEqual({ kind: "failed" });
    expect(await here.drafts.list()).toEqual([]);
  });
});
