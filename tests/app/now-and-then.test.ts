import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { nowAndThen } from "../../src/app/reports/now-and-then.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("shows the list at once, and while many reports go out not more than once in a while", () => {
  const shown = vi.fn();
  const list = nowAndThen(shown, 1_000);
  for (let report = 0; report < 50; report++) {
    list.ask();
    vi.advanceTimersByTime(100);
  }
  expect(shown).toHaveBeenCalledTimes(6);
});

it("shows what became of the last report when the others have gone out", () => {
  let gone = 0;
  const shown: number[] = [];
  const list = nowAndThen(() => void shown.push(gone), 1_000);
  for (gone = 1; gone < 5; gone++) list.ask();
  vi.advanceTimersByTime(10_000);
  expect(shown).toEqual([1, 5]);
});

it("shows nothing any more when the list was left", () => {
  const shown = vi.fn();
  const list = nowAndThen(shown, 1_000);
  list.ask();
  list.ask();
  list.stop();
  vi.advanceTimersByTime(10_000);
  expect(shown).toHaveBeenCalledTimes(1);
});
