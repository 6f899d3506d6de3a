import { describe, expect, it } from "vitest";
import { firstWorker, passphrase, tablet, visitorSaying, type Window } from "./tablet.ts";
import { textStore } from "./text-store.ts";

async function handedOver(session = textStore()) {
  const place = tablet();
  const here = place.openWindow(session);
  const worker = await firstWorker(here);
  await here.workers.setPin("2468");
  const earlier = await visitorSaying(here, "an earlier visitor's report", worker);
  const draft = await visitorSaying(here, "this visitor's report", worker);
  expect(await here.workers.handOver(draft)).toBe(true);
  return { place, here, worker, earlier, draft };
}

const canBeOpened = async ({ drafts }: Window, id: string) => (await drafts.open(id)).kind === "opened";

describe("a tablet that was handed over to a visitor", () => {
  it("goes on with this visitor's report", async () => {
    const { here, draft } = await handedOver();
    expect(await here.drafts.save(draft, "more of it")).toMatchObject({ kind: "saved" });
    expect(await here.drafts.open(draft)).toEqual({ kind: "opened", text: "more of it" });
    expect((await here.drafts.submissionOf(draft))?.length).toBe(32);
  });

  it("has no way to open another report, to begin one, to read the counts or to change who works here", async () => {
    const { here, worker, earlier, draft } = await handedOver();
    expect(await here.drafts.open(earlier)).toEqual({ kind: "locked" });
    expect(await here.drafts.save(earlier, "over it")).toEqual({ kind: "locked" });
    expect(await here.drafts.begin({ worker })).toEqual({ kind: "failed" });
    expect(await here.drafts.begin()).toEqual({ kind: "failed" });
    expect(await here.log.months()).toEqual([]);
    expect(await here.workers.handOver(earlier)).toBe(false);
    expect(await here.workers.setPin("1357")).toBe(false);
    expect(await here.workers.remove(worker)).toEqual({ kind: "locked" });
    expect(await here.workers.add("Eve", passphrase("let me in"))).toEqual({ kind: "locked" });
    expect(await here.vault.state()).toMatchObject({ kind: "locked" });
    expect(await canBeOpened(here, draft)).toBe(true);
  });

  it("does not take up what somebody wrote in this tab before", async () => {
    const session = textStore();
    const place = tablet();
    const here = place.openWindow(session);
    const begun = await here.drafts.begin();
    const before = begun.kind === "begun" ? begun.id : "";
    await firstWorker(here);
    const draft = await visitorSaying(here, "this visitor's report");
    await here.workers.handOver(draft);
    expect(await canBeOpened(here, before)).toBe(false);
    here.workers.cover();
    expect(await canBeOpened(here, before)).toBe(true);
  });

  it("opens nothing any more once it is covered, and all of it again with the PIN", async () => {
    const { here, earlier, draft } = await handedOver();
    here.workers.cover();
    expect(await here.drafts.open(draft)).toEqual({ kind: "locked" });
    expect(await here.workers.openWithPin("2468")).toEqual({ kind: "opened" });
    expect([await canBeOpened(here, draft), await canBeOpened(here, earlier)]).toEqual([true, true]);
    expect(here.keys.isHandedOver()).toBe(false);
  });

  it("stays as it was when that report cannot be handed over", async () => {
    const here = tablet().openWindow();
    await firstWorker(here);
    expect(await here.workers.handOver("0".repeat(32))).toBe(false);
    const unticketed = await here.drafts.begin();
    expect(await here.workers.handOver(unticketed.kind === "begun" ? unticketed.id : "")).toBe(false);
    expect(here.keys.isOpen("point")).toBe(true);
  });

  it("hands nothing over that was covered meanwhile", async () => {
    const here = tablet().openWindow();
    await firstWorker(here);
    const draft = await visitorSaying(here, "half a report");
    const handing = here.workers.handOver(draft);
    here.workers.cover();
    expect(await handing).toBe(false);
    expect(await here.drafts.open(draft)).toEqual({ kind: "locked" });
  });
});

describe("another window of the tablet", () => {
  async function twoWindows() {
    const place = tablet();
    const [one, other] = [place.openWindow(), place.openWindow()];
    const worker = await firstWorker(one);
    const draft = await visitorSaying(one, "half a report");
    await other.workers.signIn(worker, passphrase("plum ladder seven"));
    await other.workers.setPin("1357");
    let heard = 0;
    const stop = other.workers.onCovered(() => {
      heard++;
      other.workers.cover(); // a page that covers itself must not set them off in turns
    });
    return { one, other, draft, heard: () => heard, stop };
  }

  it("is covered with the first one, and its PIN opens it again", async () => {
    const { one, other, heard } = await twoWindows();
    one.workers.cover();
    expect([heard(), other.keys.isOpen("point"), other.workers.pinArmed()]).toEqual([1, false, true]);
    expect(await other.workers.openWithPin("1357")).toEqual({ kind: "opened" });
  });

  it("is signed out with the first one", async () => {
    const { one, other, heard } = await twoWindows();
    one.workers.signOut();
    expect([heard(), other.keys.isOpen("point"), other.workers.pinArmed()]).toEqual([1, false, false]);
  });

  it("leaves a report to the visitor it was handed over to when the first is covered, not when it signs out", async () => {
    const { one, other, draft, heard } = await twoWindows();
    await other.workers.handOver(draft);
    one.workers.cover();
    expect([heard(), await canBeOpened(other, draft)]).toEqual([0, true]);
    await one.workers.signIn((await one.workers.list())[0]?.id ?? "", passphrase("plum ladder seven"));
    one.workers.signOut();
    expect([heard(), await canBeOpened(other, draft)]).toEqual([1, false]);
  });

  it("hears nothing more when it has stopped listening, and is covered all the same", async () => {
    const { one, other, heard, stop } = await twoWindows();
    stop();
    one.workers.cover();
    expect([heard(), other.keys.isOpen("point")]).toEqual([0, false]);
  });
});
