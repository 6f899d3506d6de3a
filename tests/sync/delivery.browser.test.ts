import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HeldReason, WaitingReason } from "../../src/storage/records.ts";
import type { DeviceStorage } from "../../src/storage/storage.ts";
import { courier } from "../../src/sync/courier.ts";
import type { Reply, HeldReason as SentHeld, WaitingReason as SentWaiting } from "../../src/sync/outcome.ts";
import type { Queue } from "../../src/sync/queue.ts";
import type { Submission } from "../../src/wire/submission.ts";
import { device, sealed, sha256, written } from "../storage/device.ts";
import { answer, goodSignature } from "./replies.ts";

let phone: Awaited<ReturnType<typeof device>>;
beforeEach(async () => {
  phone = await device();
});
afterEach(() => phone.putAway());

/** An endpoint that holds the first bytes it gets under an id, and signs for them. */
function letterbox() {
  const kept = new Map<string, Submission>();
  let uploads = 0;
  async function take(id: string, submission: Submission): Promise<Reply> {
    uploads++;
    await new Promise((resolve) => setTimeout(resolve, 5));
    const before = kept.get(id) ?? submission;
    kept.set(id, before);
    if (JSON.stringify(before) !== JSON.stringify(submission)) return answer(422, { refusal: "differentBytes" });
    const letters = before.letters.map(({ organisation, digest }) => ({ organisation, digest }));
    const claim = { version: 1, submission: id, letters, receivedAt: "2026-11-23T10:00:00Z" };
    return answer(200, { claim, signature: goodSignature });
  }
  return { kept, take, uploads: () => uploads };
}

function courierOf(
  storage: DeviceStorage,
  send: (id: string, submission: Submission) => Promise<Reply>,
  locks: LockManager | null = null,
) {
  const queue: Queue = storage.outbox;
  const verified = async ({ signature }: { signature: string }) => signature === goodSignature;
  const token = async () => null;
  const onRefusedToken = async () => undefined;
  return courier({
    queue,
    send,
    token,
    onRefusedToken,
    verified,
    now: () => phone.now.ms,
    chance: () => 0.5,
    online: () => true,
    locks,
  });
}

describe("from the device to the endpoint", () => {
  it("brings every letter there byte for byte, and keeps the receipt", async () => {
    const { storage } = await phone.openTab();
    const parcel = await sealed(storage, ["police", "council"]);
    const box = letterbox();
    expect(await courierOf(storage, box.take).deliver()).toMatchObject({ received: 1, againAfterMs: null });
    for (const { organisation, digest, age } of box.kept.get(parcel.id)?.letters ?? []) {
      const bytes = Uint8Array.from(atob(age), (letter) => letter.charCodeAt(0));
      expect(await sha256(bytes)).toBe(digest);
      expect(bytes).toEqual(parcel.letters.find((letter) => letter.organisation === organisation)?.bytes);
    }
    expect((await storage.outbox.find(parcel.id))?.state).toMatchObject({
      kind: "received",
      receipt: { signature: goodSignature },
    });
  });

  for (const [how, locks] of [
    ["by lock and lease", navigator.locks],
    ["by lease alone", null],
  ] as const) {
    it(`F13: sends once what two windows send at once, ${how}`, async () => {
      const tabs = [await phone.openTab(), await phone.openTab()];
      for (let report = 0; report < 10; report++) await sealed((tabs[report % 2] as (typeof tabs)[number]).storage);
      const box = letterbox();
      const rounds = await Promise.all(tabs.map(({ storage }) => courierOf(storage, box.take, locks).deliver()));
      expect(rounds.reduce((sum, { received }) => sum + received, 0)).toBe(10);
      expect([box.uploads(), box.kept.size]).toEqual([10, 10]);
    });
  }

  it("F19: gets the same receipt again when the first one was lost, and never sends other bytes", async () => {
    const { storage } = await phone.openTab();
    const { id } = await sealed(storage);
    const box = letterbox();
    const losing = async (to: string, submission: Submission): Promise<Reply> => {
      await box.take(to, submission);
      return { kind: "none" };
    };
    expect(await courierOf(storage, losing).deliver()).toMatchObject({ received: 0, waiting: 1 });
    await storage.outbox.sendNow(id);
    expect(await courierOf(storage, box.take).deliver()).toMatchObject({ received: 1 });
    expect(box.kept.size).toBe(1);
  });

  it("F23: holds a report whose id is known with other bytes, deletes nothing, and lets the person save it", async () => {
    const { storage } = await phone.openTab();
    const { id, letters } = await sealed(storage);
    const box = letterbox();
    box.kept.set(id, { version: 1, letters: [] });
    expect(await courierOf(storage, box.take).deliver()).toMatchObject({ held: 1, againAfterMs: null });
    expect((await storage.outbox.find(id))?.state).toEqual({ kind: "held", because: "differentBytes" });
    expect(await storage.outbox.letter(id, "police")).toEqual(letters[0]?.bytes);
  });

  it("F43: goes on delivering while the device is locked, and what was being written is out of reach", async () => {
    const { storage } = await phone.openTab();
    await sealed(storage);
    const draft = await written(storage, "another report");
    await storage.vault.keep("plum ladder seven");
    const box = letterbox();
    const locking = async (id: string, submission: Submission): Promise<Reply> => {
      storage.vault.lock();
      return box.take(id, submission);
    };
    expect(await courierOf(storage, locking).deliver()).toMatchObject({ received: 1 });
    expect(await storage.drafts.open(draft)).toEqual({ kind: "locked" });
  });

  it("F44: goes on delivering when the passphrase was forgotten", async () => {
    const { storage } = await phone.openTab();
    await sealed(storage);
    await storage.vault.keep("plum ladder seven");
    await written(storage, "a kept draft");
    await storage.vault.forget();
    expect(await courierOf(storage, letterbox().take).deliver()).toMatchObject({ received: 1 });
  });

  it("F34: delivers however wrong the clock is, and whichever way it jumps on the way", async () => {
    const { storage } = await phone.openTab();
    const { id } = await sealed(storage);
    const tenYears = 10 * 365 * 24 * 3_600_000;
    const failing = async (): Promise<Reply> => answer(503, { refusal: "busy" }, { retryAfter: "60" });
    for (const off of [tenYears, -2 * tenYears]) {
      phone.now.ms += off;
      await courierOf(storage, failing).deliver();
      expect((await storage.outbox.find(id))?.state).toMatchObject({ kind: "waiting", because: "busy" });
    }
    phone.now.ms += 71_000;
    expect(await courierOf(storage, letterbox().take).deliver()).toMatchObject({ received: 1 });
  });
});

it("has the same words for why a report waits or is held on the device and on its way", () => {
  const same: [SentWaiting extends WaitingReason ? true : false, WaitingReason extends SentWaiting ? true : false] = [
    true,
    true,
  ];
  const alike: [SentHeld extends HeldReason ? true : false, HeldReason extends SentHeld ? true : false] = [true, true];
  expect([...same, ...alike]).not.toContain(false);
});
