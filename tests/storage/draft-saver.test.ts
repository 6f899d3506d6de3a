import { describe, expect, it } from "vitest";
import { draftSaver } from "../../src/storage/draft-saver.ts";
import type { SaveOutcome } from "../../src/storage/drafts.ts";

/** A clock that moves only when told to, and a device that takes its time to save. */
function desk() {
  let now = 0;
  let timers: { id: number; at: number; work: () => void }[] = [];
  let lastId = 0;
  const saved: { text: string; at: number }[] = [];
  const outcomes: SaveOutcome[] = [];
  const device = { answer: (): Promise<SaveOutcome> => Promise.resolve({ kind: "saved", at: now }) };
  const saver = draftSaver({
    save: (text) => {
      saved.push({ text, at: now });
      return device.answer();
    },
    onOutcome: (outcome) => outcomes.push(outcome),
    now: () => now,
    setTimer: (work, afterMs) => {
      timers.push({ id: ++lastId, at: now + afterMs, work });
      return lastId;
    },
    clearTimer: (id) => {
      timers = timers.filter((timer) => timer.id !== id);
    },
  });
  async function pass(ms: number): Promise<void> {
    const end = now + ms;
    for (;;) {
      const next = timers.filter((timer) => timer.at <= end).sort((one, other) => one.at - other.at)[0];
      if (!next) break;
      now = next.at;
      timers = timers.filter((timer) => timer !== next);
      next.work();
      await settled();
    }
    now = end;
    await settled();
  }
  return { saver, saved, outcomes, device, pass };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("saving while somebody types", () => {
  it("saves 400 ms after the last letter, once", async () => {
    const { saver, saved, pass } = desk();
    saver.changed(() => "h");
    await pass(300);
    saver.changed(() => "he");
    await pass(399);
    expect(saved).toEqual([]);
    await pass(1);
    expect(saved).toEqual([{ text: "he", at: 700 }]);
  });

  it("F1: saves within two seconds even when the typing never pauses", async () => {
    const { saver, saved, pass } = desk();
    for (let typed = 1; typed <= 60; typed++) {
      saver.changed(() => "x".repeat(typed));
      await pass(100);
    }
    expect(saved.length).toBeGreaterThanOrEqual(2);
    expect(saved[0]?.at).toBe(2_000);
    for (const [place, { at }] of saved.entries()) expect(at - (saved[place - 1]?.at ?? 0)).toBeLessThanOrEqual(2_100);
  });

  it("does not even ask for the text in the input event", () => {
    const { saver } = desk();
    saver.changed(() => {
      throw new Error("asked too early");
    });
  });

  it("never has two saves under way, and saves what came in meanwhile afterwards", async () => {
    const { saver, saved, device, pass } = desk();
    let finish: (outcome: SaveOutcome) => void = () => undefined;
    device.answer = () => new Promise((resolve) => (finish = resolve));
    saver.changed(() => "first");
    await pass(400);
    saver.changed(() => "second");
    await pass(1_000);
    expect(saved.map(({ text }) => text)).toEqual(["first"]);
    finish({ kind: "saved", at: 1 });
    await pass(0);
    expect(saved.map(({ text }) => text)).toEqual(["first", "second"]);
  });

  it("saves at once when asked to, and says when there is nothing to save", async () => {
    const { saver, saved } = desk();
    expect(await saver.flush()).toBeNull();
    saver.changed(() => "last words");
    expect((await saver.flush())?.kind).toBe("saved");
    expect(saved.map(({ text }) => text)).toEqual(["last words"]);
    expect(await saver.flush()).toBeNull();
  });

  it("waits in a flush for the save that is under way", async () => {
    const { saver, device, pass } = desk();
    let finish: (outcome: SaveOutcome) => void = () => undefined;
    device.answer = () => new Promise((resolve) => (finish = resolve));
    saver.changed(() => "first");
    await pass(400);
    const flushed = saver.flush();
    finish({ kind: "saved", at: 7 });
    expect(await flushed).toEqual({ kind: "saved", at: 7 });
  });

  it("keeps what the device did not take, tells so, and saves it at the next chance", async () => {
    const { saver, saved, outcomes, device, pass } = desk();
    device.answer = () => Promise.resolve({ kind: "full" });
    saver.changed(() => "words");
    await pass(400);
    expect(outcomes).toEqual([{ kind: "full" }]);
    device.answer = () => Promise.resolve({ kind: "saved", at: 9 });
    expect(await saver.flush()).toEqual({ kind: "saved", at: 9 });
    expect(saved.map(({ text }) => text)).toEqual(["words", "words"]);
  });

  it("saves nothing any more once it was stopped", async () => {
    const { saver, saved, pass } = desk();
    saver.changed(() => "sealed already");
    saver.stop();
    await pass(5_000);
    expect(await saver.flush()).toBeNull();
    expect(saved).toEqual([]);
  });
});
