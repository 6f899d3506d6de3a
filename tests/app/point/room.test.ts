import { expect, it } from "vitest";
import { daysAfter, daysSince } from "../../../src/app/point/days-since.ts";
import { roomIn } from "../../../src/app/point/room.ts";

it("F45: says in time that the room on the tablet runs out", () => {
  const quota = 1_000_000_000;
  const left = [quota, 50_000_000, 49_999_999, 5_000_000, 4_999_999, 0];
  expect(left.map((bytes) => roomIn({ used: quota - bytes, quota }))).toEqual([
    "plenty",
    "plenty",
    "little",
    "little",
    "none",
    "none",
  ]);
});

it("F34: counts no days for a moment that lies ahead because the clock was set back", () => {
  const now = Date.parse("2026-11-25T10:00:00Z");
  expect(daysSince(now - 3 * 86_400_000, now)).toBe(3);
  expect(daysSince(now + 3_650 * 86_400_000, now)).toBe(0);
  expect(daysAfter(now, 7).toISOString()).toBe("2026-12-02T10:00:00.000Z");
});
