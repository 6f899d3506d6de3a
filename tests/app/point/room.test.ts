import { expect, it } from "vitest";
import { daysAfter, daysSince } from "../../../src/app/point/days-since.ts";
import { roomIn } from "../../../src/app/point/room.ts";

it("F45: says in time that the room on the tablet runs out", () => {
  const quota = 1_000_000_000;
  expect([0, quota - 20_000_000, quota - 1_000_000].map((used) => roomIn({ used, quota }))).toEqual([
    "plenty",
    "little",
    "none",
  ]);
});

it("F34: counts no days for a moment that lies ahead because the clock was set back", () => {
  const now = Date.parse("2026-11-25T10:00:00Z");
  expect(daysSince(now - 3 * 86_400_000, now)).toBe(3);
  expect(daysSince(now + 3_650 * 86_400_000, now)).toBe(0);
  expect(daysAfter(now, 7).toISOString()).toBe("2026-12-02T10:00:00.000Z");
});
