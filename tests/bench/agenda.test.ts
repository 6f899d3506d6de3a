import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { agenda } from "./agenda.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("lets packets arrive in the order of their times, and those of the same moment as they were sent", () => {
  const arrived: string[] = [];
  const { at } = agenda(() => performance.now());
  const now = performance.now();
  for (const [after, name] of [
    [20, "third"],
    [10, "first"],
    [10, "second"],
    [30, "last"],
  ] as const) {
    at(now + after, () => arrived.push(name));
  }
  vi.advanceTimersByTime(19);
  expect(arrived).toEqual(["first", "second"]);
  vi.advanceTimersByTime(100);
  expect(arrived).toEqual(["first", "second", "third", "last"]);
});
