import { expect, it } from "vitest";
import { tryCounter, waitMs } from "../../src/endpoint/tries.ts";

it.each([
  [0, 0],
  [4, 0],
  [5, 1000],
  [6, 2000],
  [9, 16_000],
  [11, 60_000],
  [500, 60_000],
])("after %i failed tries leaves an account alone for %i ms", (failed, wait) => {
  expect(waitMs({ failed, lastAt: 0 }, 0)).toBe(wait);
  expect(waitMs({ failed, lastAt: 0 }, wait)).toBe(0);
});

it("counts tries that run side by side, so that many at once gain nothing", () => {
  const tries = tryCounter(() => 0);
  for (let n = 0; n < 5; n++) {
    expect(tries.waitMs("a")).toBe(0);
    tries.begun("a");
  }
  expect(tries.waitMs("a")).toBe(1000);
  expect(tries.waitMs("b")).toBe(0);
});

it("forgets whoever was tried longest ago rather than growing without end", () => {
  const tries = tryCounter(() => 0);
  for (let n = 0; n < 9; n++) tries.begun("first");
  for (let n = 0; n < 10_000; n++) tries.begun(`name${n}`);
  expect(tries.waitMs("first")).toBe(0);
});
