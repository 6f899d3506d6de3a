import { describe, expect, it } from "vitest";
import { dueAfter } from "../../src/sync/backoff.ts";

const now = Date.parse("2026-11-23T10:00:00Z");
const tenYears = 10 * 365 * 24 * 3_600_000;
const waitFor = (more: Partial<Parameters<typeof dueAfter>[0]>) => {
  const backoff = { attempt: 0, chance: 0.5, now, retryAfter: null, date: null, ...more };
  return dueAfter(backoff) - backoff.now;
};

describe("when a report is tried again", () => {
  it("is spread over a time that doubles with every attempt, up to an hour", () => {
    expect([0, 1, 2, 3].map((attempt) => waitFor({ attempt }))).toEqual([2_500, 5_000, 10_000, 20_000]);
    expect(waitFor({ attempt: 10, chance: 0.999 })).toBeGreaterThan(3_590_000);
    expect(waitFor({ attempt: 1_000, chance: 0.999 })).toBeLessThanOrEqual(3_600_000);
    expect(waitFor({ attempt: 7, chance: 0 })).toBe(1_000);
  });

  it("F18: is not before the time the server asked for, in seconds or as a date", () => {
    expect(waitFor({ retryAfter: "120", chance: 0 })).toBe(120_000);
    const date = "Mon, 23 Nov 2026 10:00:00 GMT";
    expect(waitFor({ retryAfter: "Mon, 23 Nov 2026 10:02:00 GMT", date, chance: 0 })).toBe(120_000);
  });

  it("does not bring all devices back at the same moment", () => {
    expect(waitFor({ retryAfter: "120", chance: 0.9 })).toBeGreaterThan(waitFor({ retryAfter: "120", chance: 0.1 }));
  });

  it("F34: understands the server's date by the server's own clock when ours is ten years off", () => {
    const retryAfter = "Mon, 23 Nov 2026 10:02:00 GMT";
    for (const off of [tenYears, -tenYears]) {
      const date = "Mon, 23 Nov 2026 10:00:00 GMT";
      expect(waitFor({ now: now + off, retryAfter, date, chance: 0 })).toBe(120_000);
      expect(waitFor({ now: now + off, retryAfter, chance: 0 })).toBeLessThanOrEqual(3_600_000);
      expect(waitFor({ now: now + off, retryAfter, chance: 0 })).toBeGreaterThanOrEqual(1_000);
    }
  });

  it("is never later than in an hour, whatever is asked for, and nonsense is not listened to", () => {
    for (const retryAfter of ["999999999", "Fri, 31 Dec 2100 00:00:00 GMT"]) {
      expect(waitFor({ retryAfter })).toBe(3_600_000);
    }
    for (const retryAfter of ["", "soon", "-5", "1e9", "12.5 hours"]) expect(waitFor({ retryAfter })).toBe(2_500);
  });
});
