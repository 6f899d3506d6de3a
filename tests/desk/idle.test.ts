import { describe, expect, it } from "vitest";
import { idle } from "../../src/desk/idle.ts";

const minuteMs = 60_000;

describe("a desk that nobody touches", () => {
  it.each([
    [0, "inUse"],
    [3.9, "inUse"],
    [4, "warn"],
    [4.9, "warn"],
    [5, "lock"],
    [600, "lock"],
    [-0.5, "inUse"],
    [-30, "lock"],
  ])("after %s minutes: %s", (minutes, step) => {
    expect(idle(1_000_000_000, 1_000_000_000 + minutes * minuteMs)).toBe(step);
  });
});
